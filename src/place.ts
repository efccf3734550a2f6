import { library } from "virtual:library";
import { readPath, sectionPath } from "./store/createSite";
import { ownId } from "./views/OwnDocument";

/** The site's root: this file stands one folder below it, in development and when built. */
export const root = new URL("../", import.meta.url);

const [firstDocument] = library;

/** The page that opens where the address names none. */
export const home = sectionPath(firstDocument?.id ?? "", firstDocument?.sections[0]?.id ?? "");

/** The current address relative to the site's root. */
export function currentAddress(): string {
  const path = location.pathname.startsWith(root.pathname)
    ? location.pathname.slice(root.pathname.length)
    : location.pathname;
  return queryToOwn(path + location.search);
}

/** The document and section at the current address; null where it is no such path. */
export function currentPlace(): { readonly document: string; readonly section: string } | null {
  const [path = ""] = currentAddress().split("?");
  return readPath(path === "" ? home : path);
}

/**
 * A reader's document has no file on the host, whose page for unknown addresses would answer a reload: its section is
 * written into the query of the root's address, "?open=section&step=2".
 */
export function ownToQuery(address: string): string {
  const [path = "", query = ""] = address.split("?");
  const place = readPath(path);
  if (place?.document !== ownId) return address;
  return `?open=${encodeURIComponent(place.section)}${query === "" ? "" : `&${query}`}`;
}

function queryToOwn(address: string): string {
  const own = /^(?:index\.html)?\?open=([^&]*)&?(.*)$/.exec(address);
  return own === null ? address : `${ownId}/${own[1]}/${own[2] === "" ? "" : `?${own[2]}`}`;
}
