// Debian's Chromium, with a profile of its own and no traffic of its own, and what a page says of itself in it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const axe_source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const launch = () =>
  chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox", // as root there is none
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--no-proxy-server",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost", // nothing leaves this machine
    ],
    timeout: 30_000,
  });

// Opens a page whose requests and complaints (console errors, which CSP violations are too, and exceptions) are kept.
export async function open_page(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const seen = { page, requests: [], complaints: [] };
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("console", (message) => {
    if (message.type() === "error" || /content security policy/i.test(message.text())) {
      seen.complaints.push(`${message.text()} (${message.location().url})`);
    }
  });
  page.on("pageerror", (error) => seen.complaints.push(String(error)));
  return seen;
}

// How far the page is wider than the window, in pixels, and what sticks out; nothing when all is well.
export async function overflow(page, width) {
  await page.setViewportSize({ width, height: 800 });
  return page.evaluate(() => {
    const root = document.documentElement;
    const beyond = root.scrollWidth - root.clientWidth;
    if (beyond <= 0) return [];
    const guilty = [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > root.clientWidth + 0.5);
    return [`${beyond} px too wide: ${guilty.slice(0, 3).map((e) => e.outerHTML.slice(0, 120)).join(" | ")}`];
  });
}

// The violations that axe-core finds: WCAG 2.2 A and AA, and best practices.
export async function axe_violations(page) {
  await page.evaluate(axe_source); // not a script of the page, so its CSP does not stop it
  return page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const results = await window.axe.run(document, {
      runOnly: { type: "tag", values: tags },
      rules: { "target-size": { enabled: true } },
      resultTypes: ["violations"],
    });
    if (results.passes.length === 0) throw new Error("axe-core tested nothing");
    return results.violations.flatMap((violation) =>
      violation.nodes.slice(0, 5).map((node) => `axe ${violation.id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`));
  });
}

// The faults found so far; the process ends with 1 when there are any.
export class Faults {
  #count = 0;

  // `found` is a list of faults, or whether what `where` says holds.
  check(where, found) {
    const faults = Array.isArray(found) ? found : found ? [] : ["does not hold"];
    for (const fault of faults) console.log(`FAULT ${where}: ${fault}`);
    this.#count += faults.length;
  }

  finish(what) {
    console.log(`${what}: ${this.#count} faults`);
    process.exitCode = this.#count === 0 ? 0 : 1;
  }
}
