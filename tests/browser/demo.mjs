// demo.mjs VEEDOR: every page of the mended demonstration in a browser: accessible, without errors, and narrow enough for a phone.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { axe_violations, Faults, launch, open_page, overflow } from "./browser.mjs";

const most_pages = 60;
const faults = new Faults();

// The address of the institution over HTTPS, from what `veedor demo` prints.
async function address_of(server) {
  const timer = setTimeout(() => server.kill(), 20_000);
  for await (const line of createInterface({ input: server.stdout })) {
    const found = /https:\/\/localhost:\d+\//.exec(line);
    if (!found) continue;
    clearTimeout(timer);
    server.stdout.resume();
    return found[0];
  }
  throw new Error("veedor demo --after did not say where it serves");
}

async function is_page(context, address) {
  const response = await context.request.head(address);
  return (response.headers()["content-type"] ?? "").startsWith("text/html");
}

// Looks at one page and gives back the addresses that it links to.
async function visit(context, address, status) {
  const { page, requests, complaints } = await open_page(context);
  const where = new URL(address).pathname;
  const response = await page.goto(address, { waitUntil: "load" });
  faults.check(`${where}: status ${status}`, response.status() === status);
  faults.check(where, await axe_violations(page));
  for (const width of [320, 1280]) faults.check(`${where} at ${width} px`, await overflow(page, width));
  faults.check(`${where}: asks for nothing elsewhere`, requests.filter((url) => new URL(url).origin !== new URL(address).origin));
  const of_the_status = (complaint) => status !== 200 && complaint.includes(`status of ${status}`);
  faults.check(`${where}: console`, complaints.filter((complaint) => !of_the_status(complaint)));
  const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => link.href.split("#")[0]));
  await page.close();
  return links;
}

async function visit_all(context, start) {
  const known = [start];
  let visited = 0;
  for (let next = 0; next < known.length && next < most_pages; ++next) {
    if (!(await is_page(context, known[next]))) continue;
    ++visited;
    for (const link of await visit(context, known[next], 200)) {
      if (link.startsWith(start) && !known.includes(link)) known.push(link);
    }
  }
  await visit(context, `${start}no-such-page/`, 404);
  console.log(`${visited} pages visited`);
  faults.check("there are at least 8 pages", visited >= 8);
}

const server = spawn(process.argv[2], ["--lang", "en", "demo", "--after"], { stdio: ["ignore", "pipe", "inherit"] });
const ended = once(server, "exit");
let browser;
try {
  const start = await address_of(server);
  browser = await launch();
  await visit_all(await browser.newContext({ ignoreHTTPSErrors: true }), start);
  faults.finish("the demonstration");
} finally {
  await browser?.close();
  server.kill("SIGINT");
  await ended;
}
