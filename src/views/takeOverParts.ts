import type { TakeOver } from "./TakeOverView";

/**
 * Waits for the parts of a prerendered page: `onTaken` runs in the task that takes over the last one, `onConnected` when
 * everything on the page is listened to. React marks the parts by comments.
 */
export function takeOverParts(container: Element, onTaken: () => void, onConnected: () => void): TakeOver {
  // The page around them is a part too.
  let [toTake, toConnect] = [1, 1];
  const comments = document.createTreeWalker(container, NodeFilter.SHOW_COMMENT);
  while (comments.nextNode() !== null)
    if (comments.currentNode.nodeValue === "$") {
      toTake += 1;
      toConnect += 1;
    }
  let isComing = true;
  let end = () => {};
  const whenDone = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    get isComing() {
      return isComing;
    },
    whenDone,
    taken: () => {
      toTake -= 1;
      if (toTake !== 0) return;
      isComing = false;
      onTaken();
    },
    connected: () => {
      toConnect -= 1;
      if (toConnect !== 0) return;
      onConnected();
      end();
    },
  };
}
