import { spawn } from "node:child_process";

/** Runs a command line in the system's shell, its output shown as it comes, and tells how it ended. */
export function run(command: string, environment: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: "inherit", env: { ...process.env, ...environment } });
    child.on("error", () => resolve(1));
    child.on("close", (code) => resolve(code ?? 1));
  });
}
