/** Why a formula was not read, in a reader's words. The exact characters are named where the formula is shown. */
export function describeFormulaErrorCode(code: string): string {
  switch (code) {
    case "dots":
      return "“…” leaves out terms that only a person can fill in.";
    case "unsupported":
      return "The formula uses notation that is not computed here.";
    case "unknown-command":
      return "The formula uses a command that is not known here.";
    case "unclosed":
    case "unopened":
      return "The brackets of the formula do not match.";
    case "macro-loop":
      return "A macro of the document expands without end.";
    case "too-deep":
    case "too-long":
      return "The formula is too large to be read.";
    case "sum-without-index":
      return "A sum does not say over which index it runs.";
    default:
      return "The formula could not be read.";
  }
}
