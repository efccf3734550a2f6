/** One letter more, less or other, or two neighbours swapped. */
export function isMisspelt(word: string, field: string): boolean {
  if (word === field || Math.abs(word.length - field.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === field[start]) start++;
  const rest = [word.slice(start), field.slice(start)] as const;
  const swapped =
    rest[0].length > 1 &&
    rest[0][0] === rest[1][1] &&
    rest[0][1] === rest[1][0] &&
    rest[0].slice(2) === rest[1].slice(2);
  return (
    swapped || rest[0].slice(1) === rest[1] || rest[0] === rest[1].slice(1) || rest[0].slice(1) === rest[1].slice(1)
  );
}
