import type { ReactNode } from "react";
import type { OwnRemark } from "./OwnDocument";

/** What the author of an opened document should know of it, in the order of its lines. */
export function RemarksView({ remarks }: { readonly remarks: readonly OwnRemark[] }): ReactNode {
  if (remarks.length === 0) return null;
  return (
    <details className="remarks" open={remarks.some(({ severity }) => severity !== "information")}>
      <summary>{remarks.length === 1 ? "1 remark" : `${remarks.length} remarks`} on the document</summary>
      <ul>
        {remarks.map(({ line, column, sentence }) => (
          <li key={`${line}:${column}:${sentence}`}>
            <span className="remark-place">
              Line {line}, column {column}:
            </span>{" "}
            {sentence}
          </li>
        ))}
      </ul>
    </details>
  );
}
