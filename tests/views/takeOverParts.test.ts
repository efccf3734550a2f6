// @vitest-environment jsdom
import { expect, test, vi } from "vitest";
import { takeOverParts } from "../../src/views/takeOverParts";

test.each([
  ["no part of its own", "<p>page</p>", 1],
  ["two parts", "<!--$--><p>paper</p><!--/$--><!--$--><p>bench</p><!--/$-->", 3],
  ["a part within a part, which is that one's", "<!--$--><p><!--$-->list<!--/$--></p><!--/$--><!--an own remark-->", 2],
  ["one that waits for something", "<!--$?--><template></template><!--/$-->", 2],
])("a page with %s is taken over when all of it has said so", (_, html, says) => {
  const page = document.createElement("div");
  page.innerHTML = html;
  const [onTaken, onConnected] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const takeOver = takeOverParts(page, onTaken, onConnected);
  for (let said = 1; said < says; said += 1) {
    takeOver.taken("part");
    takeOver.connected("part");
  }
  expect(takeOver.isComing).toBe(true);
  expect(onTaken).not.toHaveBeenCalled();
  expect(onConnected).not.toHaveBeenCalled();
  takeOver.taken("whole");
  takeOver.connected("whole");
  expect(takeOver.isComing).toBe(false);
  expect(onTaken).toHaveBeenCalledOnce();
  expect(onConnected).toHaveBeenCalledOnce();
});
