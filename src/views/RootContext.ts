import { createContext, useContext } from "react";

/** Way to the site's root: "../../" in prerendered pages, an absolute path once the page runs. */
export const RootContext = createContext("/");

/** A link to an address that is relative to the site's root. */
export function useHref(address: string): string {
  return `${useContext(RootContext)}${address}`;
}
