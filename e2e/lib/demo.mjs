// A demo of its own for a test run: started, read, stopped.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { root } from "./browser.mjs";

/** Starts `carport demo` on a free port; resolves once it is ready with its address, password and `stop`. */
export async function startDemo() {
  const binary = process.env.CARPORT_BIN ?? join(root, "target", "debug", "carport");
  const child = spawn(binary, ["demo", "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let errors = "";
  child.stderr.on("data", (data) => (errors += data));
  const ready = new Promise((resolve, reject) => {
    child.stdout.on("data", (data) => {
      output += data;
      if (output.includes("Ready after")) resolve();
    });
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`the demo ended with ${code}: ${errors}`)));
  });
  await ready;
  const base = /Mailbox +(http:\/\/[^/]+)/.exec(output)[1];
  const people = (text) => [...text.matchAll(/^ +(\S+@\S+) +customer, (.+)$/gm)].map((m) => [m[2].trim(), m[1]]);
  const customers = Object.fromEntries(people(output));
  return {
    base,
    password: /password: (.+)/.exec(output)[1].trim(),
    customers,
    /** The customers with a page of their own at one company, as name and address. */
    customersAt: (company) => people(output.split(`${base}/${company}\n`)[1].split(/^\S/m)[0]),
    errors: () => errors,
    stop: async () => {
      child.removeAllListeners("exit");
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}
