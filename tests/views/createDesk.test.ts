import { expect, test, vi } from "vitest";
import { createDesk } from "../../src/views/createDesk";
import { noDrawings } from "../../src/views/Drawing";
import type { KeptText } from "../../src/views/keepText";
import type { OwnDocument } from "../../src/views/OwnDocument";
import type { ReadingWorker } from "../../src/views/ReadingWorker";
import type { WorkerMessage } from "../../src/views/WorkerMessage";

const document: OwnDocument = {
  derivation: { title: "", source: null, sections: [], steps: [], scopes: [], examples: [], problems: [] },
  verdicts: [],
  smaller: {},
  formulas: {},
  drawings: noDrawings,
  remarks: [],
};
const entry = { id: "your-document", title: "Your document", sections: [] };
const opened: WorkerMessage = { kind: "opened", document, entry };

/** A desk whose worker says what the test says, and whose alarm rings when the test rings it. */
function deskOf({ keeps = true, kept = null }: { keeps?: boolean; kept?: KeptText | null } = {}) {
  const workers: { say: (message: WorkerMessage) => void; fail: () => void; ended: boolean; texts: string[] }[] = [];
  let ring: (() => void) | null = null;
  const desk = createDesk({
    start: () => {
      const seen = {
        say: (message: WorkerMessage) => worker.onmessage?.({ data: message }),
        fail: () => worker.onerror?.({} as never),
        ended: false,
        texts: [""],
      };
      const worker: ReadingWorker = {
        onmessage: null,
        onerror: null,
        postMessage: (message) =>
          void seen.texts.push(
            typeof message === "string" ? message : "kind" in message ? message.kind : message.title,
          ),
        terminate: () => {
          seen.ended = true;
        },
      };
      workers.push(seen);
      return worker;
    },
    keeper: { load: async () => kept, save: async () => keeps },
    alarm: (task) => {
      ring = task;
      return () => {
        ring = null;
      };
    },
  });
  return { desk, workers, ring: () => ring?.(), isWaiting: () => ring !== null };
}

test("silence is counted once the worker is there, and ends it with a sentence", async () => {
  const { desk, workers, ring, isWaiting } = deskOf();
  const opening = desk.openText("$$a = b$$");
  expect(isWaiting()).toBe(false);
  workers[0]?.say({ kind: "ready" });
  workers[0]?.say({ kind: "progress", what: "step", done: 3, of: 7 });
  expect(desk.state.getState().progress).toBe("Checking step 3 of 7…");
  ring();
  expect(await opening).toBe(false);
  expect(workers[0]?.ended).toBe(true);
  expect(desk.state.getState().message).toContain("no progress for five seconds");
  expect(desk.state.getState().progress).toBeNull();
});

test("a worker that was got ready reads the next document, watched from the start if it is there", async () => {
  const { desk, workers, isWaiting, ring } = deskOf();
  desk.prepare();
  desk.prepare();
  expect(workers).toHaveLength(1);
  workers[0]?.say({ kind: "ready" });
  const opening = desk.openText("one");
  expect(workers[0]?.texts.slice(1)).toEqual(["warm", "one"]);
  expect(isWaiting()).toBe(true);
  workers[0]?.say(opened);
  expect(await opening).toBe(true);
  const next = desk.openText("two");
  expect(workers).toHaveLength(2);
  workers[1]?.say({ kind: "ready" });
  ring();
  expect(await next).toBe(false);
});

test("one that could not be got ready is not used", async () => {
  const { desk, workers } = deskOf();
  desk.prepare();
  workers[0]?.fail();
  const opening = desk.openText("one");
  workers[1]?.say(opened);
  expect(await opening).toBe(true);
});

test("a second document ends the reading of the first", async () => {
  const { desk, workers } = deskOf();
  const first = desk.openText("one");
  const second = desk.openText("two");
  expect(await first).toBe(false);
  expect(workers[0]?.ended).toBe(true);
  workers[1]?.say(opened);
  expect(await second).toBe(true);
  expect(desk.state.getState()).toEqual({ entry, progress: null, message: null });
  expect(await desk.load()).toBe(document);
});

test.each<[string, (worker: ReturnType<typeof deskOf>["workers"][number] | undefined, ring: () => void) => void]>([
  ["is refused", (worker) => worker?.say({ kind: "refused", sentence: "No." })],
  [
    "never ends",
    (worker, ring) => {
      worker?.say({ kind: "ready" });
      ring();
    },
  ],
  ["breaks the worker", (worker) => worker?.fail()],
])("a second document that %s leaves the first one open, with one message", async (_, happen) => {
  const { desk, workers, ring } = deskOf();
  const first = desk.openText("one");
  workers[0]?.say(opened);
  expect(await first).toBe(true);
  const second = desk.openText("two");
  happen(workers[1], ring);
  expect(await second).toBe(false);
  expect(workers[1]?.ended).toBe(true);
  expect(desk.state.getState()).toMatchObject({ entry, progress: null, message: expect.stringMatching(/^[^.]+\./) });
  expect(await desk.load()).toBe(document);
});

test("a document that the browser does not keep is opened, and that is said", async () => {
  const { desk, workers } = deskOf({ keeps: false });
  const opening = desk.openText("one");
  workers[0]?.say(opened);
  expect(await opening).toBe(true);
  expect(desk.state.getState().message).toContain("did not let the document be stored");
});

test("nothing kept is said where its address is visited", async () => {
  const { desk } = deskOf();
  await expect(desk.load()).rejects.toThrow();
  expect(desk.state.getState().message).toContain("No document of yours is kept");
});

test("a check here gives the worker's verdicts, and nothing where it breaks off", async () => {
  const { desk, workers, ring } = deskOf();
  const checking = desk.checkAgain(document.derivation);
  await vi.waitFor(() => expect(workers).toHaveLength(1));
  workers[0]?.say({ kind: "ready" });
  workers[0]?.say({ kind: "checked", verdicts: [null] });
  expect(await checking).toEqual([null]);
  expect(workers[0]?.ended).toBe(true);
  const stuck = desk.checkAgain(document.derivation);
  await vi.waitFor(() => expect(workers).toHaveLength(2));
  workers[1]?.say({ kind: "ready" });
  ring();
  expect(await stuck).toBeNull();
  expect(workers[1]?.ended).toBe(true);
  expect(desk.state.getState().message).toBeNull();
});
