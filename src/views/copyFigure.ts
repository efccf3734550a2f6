import { type FigureDrawing, figureSvg } from "./figureSvg";

/** Pixels of a picture for one of the page: it stays sharp where it is pasted. */
const density = 2;

export async function copySvg(root: HTMLElement): Promise<void> {
  await navigator.clipboard.writeText(figureSvg(root).text);
}

/** The blob is given as a promise: a clipboard may be written only while the press that asked for it counts. */
export async function copyPng(root: HTMLElement): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ "image/png": pngOf(figureSvg(root)) })]);
}

async function pngOf({ text, width, height }: FigureDrawing): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * density;
  canvas.height = height * density;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("no picture")) : resolve(blob)), "image/png");
  });
}
