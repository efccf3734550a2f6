import { type ReactNode, useCallback, useEffect, useState } from "react";

type Theme = "light" | "dark";

const storageKey = "backstep:theme";

/** Switches between light and dark; until then the system decides. The choice is kept on this device. */
export function ThemeView(): ReactNode {
  const [chosen, setChosen] = useState<Theme | null>(null);
  const apply = useCallback((theme: Theme) => {
    document.documentElement.dataset.theme = theme;
    setChosen(theme);
  }, []);
  useEffect(() => {
    const kept = readKept();
    if (kept !== null) apply(kept);
  }, [apply]);
  const toggle = () => {
    const now: Theme = chosen ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    const next = now === "dark" ? "light" : "dark";
    apply(next);
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
