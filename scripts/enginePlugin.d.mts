import type { Plugin } from "vite";

export function enginePlugin(root: string): Plugin;
export function engineVersion(root: string): string;
