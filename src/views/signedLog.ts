/** Differences below this size are drawn as none: it is about one unit of the last place of 1. */
const least = 1e-16;

/** Orders of magnitude above `least`, with the sign: 0 stays 0, equal factors take equal room. */
export function signedLog(value: number): number {
  return Math.sign(value) * Math.log10(1 + Math.abs(value) / least);
}

export function fromSignedLog(scaled: number): number {
  return Math.sign(scaled) * (10 ** Math.abs(scaled) - 1) * least;
}
