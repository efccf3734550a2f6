interface ScriptPolicy {
  readonly createScriptURL: (address: string) => string;
}

interface PolicyFactory {
  readonly createPolicy: (name: string, rules: ScriptPolicy) => ScriptPolicy;
}

let policy: ScriptPolicy | undefined;

/** The page's policy lets no string become a script; the addresses of our own workers are vouched for. */
export function vouchFor(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  policy ??= trustedTypes?.createPolicy("app-worker", { createScriptURL: (url) => url });
  return policy?.createScriptURL(address) ?? address;
}
