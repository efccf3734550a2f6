import { type ReactNode, useEffect } from "react";

type Theme = "light" | "dark";

const storageKey = "backstep:theme";

/** Switches between light and dark; until then the system decides. The choice is kept on this device. */
export function ThemeView(): ReactNode {
  useEffect(() => {
    const kept = readKept();
    if (kept !== null) document.documentElement.dataset.theme = kept;
  }, []);
  const toggle = () => {
    const chosen = document.documentElement.dataset.theme;
    const isDark = chosen === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : chosen === "dark";
    const next: Theme = isDark ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    keep(next);
  };
  return (
    <button
      type="button"
      className="button button-icon"
      onClick={toggle}
      aria-label="Switch between light and dark"
      title="Light or dark"
    >
      <span aria-hidden="true">◐</span>
    </button>
  );
}

/** Storage may be forbidden: then the choice lasts as long as the page. */
function readKept(): Theme | null {
  try {
    const kept = localStorage.getItem(storageKey);
    return kept === "light" || kept === "dark" ? kept : null;
  } catch {
    return null;
  }
}

function keep(theme: Theme): void {
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    return;
  }
}
