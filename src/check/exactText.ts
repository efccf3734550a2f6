/**
 * A value as text, so that equal texts mean equal values: JSON, and what JSON would lose of numbers. For plain data;
 * a property that is undefined counts as absent.
 */
export function exactText(value: unknown): string {
  return JSON.stringify(value, exactNumber) ?? "undefined";
}

function exactNumber(_: string, value: unknown): unknown {
  return typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))
    ? { number: Object.is(value, -0) ? "-0" : String(value) }
    : value;
}
