const marks: Readonly<Record<string, string>> = { NaN: "NaN", Infinity: "1/0", "-Infinity": "-1/0", "-0": "-0" };

/**
 * Plain data as a JavaScript expression. JSON.parse of a string is read faster than the same object as a literal, but
 * JSON has no NaN and no infinity: data that has them (a counterexample where a side is undefined) becomes a literal.
 */
export function literal(value: unknown): string {
  let special = false;
  const json = JSON.stringify(value, (_key, item: unknown) => {
    if (typeof item !== "number") return item;
    const mark = Object.is(item, -0) ? "-0" : String(item);
    if (!(mark in marks)) return item;
    special = true;
    return `\u0001${mark}`;
  });
  if (!special) return `JSON.parse(${JSON.stringify(json)})`;
  return json.replace(/"\\u0001([^"]*)"/g, (_whole, mark: string) => marks[mark] ?? "null");
}
