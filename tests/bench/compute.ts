import { agree, type Contest } from "./Contest";
import { crossEntropyContest } from "./crossEntropyContest";
import { openPeers } from "./peers";
import { quantile, record } from "./record";
import { softmaxContest } from "./softmaxContest";

const rounds = 25;
/** Rounds before the first that counts: all programs are compiled by then. */
const warmUp = 8;

/** The columnar evaluator against loops written by hand and other programs: nanoseconds a point, rounds interleaved. */
export async function benchCompute(): Promise<void> {
  const peers = await openPeers();
  const contests: Contest[] = [];
  for (const points of [201, 100_000]) contests.push(await crossEntropyContest(points, peers));
  for (const classes of [3, 10, 100, 1000]) contests.push(await softmaxContest(classes, peers));
  record("compute", contests.flatMap(measure));
}

/** A row for each contestant; its ratios are those of the rounds, in each of which all run right after another. */
function measure(contest: Contest): readonly Readonly<Record<string, string | number>>[] {
  agree(contest);
  const times = contest.contestants.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round += 1)
    contest.contestants.forEach(({ run, points }, at) => {
      const took = (1e6 * time(run)) / points;
      if (round >= 0) times[at]?.push(took);
    });
  return contest.contestants.map(({ name }, at) => {
    const own = times[at] ?? [];
    const ratios = (times[0] ?? []).map((ours, round) => ours / (own[round] ?? Number.NaN));
    return {
      what: contest.name,
      points: contest.points,
      program: name,
      "ns a point, p50": Number(quantile(own, 0.5).toPrecision(3)),
      p95: Number(quantile(own, 0.95).toPrecision(3)),
      "Backstep ÷ it, p50": Number(quantile(ratios, 0.5).toPrecision(3)),
    };
  });
}

/** Milliseconds of processor time of one run, from as many as take a few: what other programs take does not count. */
function time(work: () => void): number {
  const [clock, began] = [performance.now(), process.cpuUsage()];
  let runs = 0;
  do {
    work();
    runs += 1;
  } while (performance.now() - clock < 6);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000 / runs;
}
