// report.mjs VEEDOR: the HTML report on the demonstration, in both languages: complete in one file, readable without JavaScript and
// without a network, narrow or wide, light or dark, and accessible.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { axe_violations, Faults, launch, open_page, overflow } from "./browser.mjs";

const veedor = process.argv[2];
const faults = new Faults();

function write_report(folder, language) {
  const run = (...words) => execFileSync(veedor, ["--lang", language, ...words], { cwd: folder, stdio: "ignore", timeout: 60_000 });
  run("demo", "--scan");
  run("report", "scan.json", "-f", `html=${language}.html`);
  return pathToFileURL(join(folder, `${language}.html`)).href;
}

async function read_without_scripts(browser, address, language) {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  const { page, requests, complaints } = await open_page(context);
  await page.goto(address);

  faults.check(`${language}: has a title`, (await page.title()).includes("localhost"));
  faults.check(`${language}: has one h1 that is seen`, (await page.locator("h1").count()) === 1 && (await page.locator("h1").isVisible()));
  faults.check(`${language}: says its language`, (await page.locator("html").getAttribute("lang")) === language);
  await open_details(page, language);
  for (const width of [320, 1280]) faults.check(`${language}: at ${width} px with everything open`, await overflow(page, width));
  await check_schemes(page, language);

  faults.check(`${language}: asks for nothing but the file`, requests.filter((url) => url !== address));
  faults.check(`${language}: console`, complaints);
  await context.close();
}

// The first of them are opened by clicks, as a reader would; the rest would take a minute of clicks, so they are set open.
async function open_details(page, language) {
  const all = await page.locator("details").all();
  faults.check(`${language}: has details`, all.length > 0);
  for (const details of all.slice(0, 20)) {
    if ((await details.getAttribute("open")) === null) await details.locator("> summary").click();
    faults.check(`${language}: details open by a click`, (await details.getAttribute("open")) !== null);
  }
  const unseen = await page.evaluate(() => {
    const all = [...document.querySelectorAll("details")];
    all.slice(20).forEach((details) => (details.open = true));
    return all.filter((details) => !details.lastElementChild.checkVisibility()).map((details) => details.outerHTML.slice(0, 120));
  });
  faults.check(`${language}: open details show what they hold`, unseen);
}

async function check_schemes(page, language) {
  const brightness = {};
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    brightness[colorScheme] = await page.evaluate(() => {
      const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g).map(Number);
      return (red + green + blue) / 3;
    });
  }
  faults.check(`${language}: light is light and dark is dark`, brightness.light > 200 && brightness.dark < 60);
}

async function judge_with_axe(browser, address, language) {
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ colorScheme, offline: true });
    const { page, complaints } = await open_page(context);
    await page.goto(address);
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    faults.check(`${language}, ${colorScheme}`, await axe_violations(page));
    faults.check(`${language}, ${colorScheme}: console`, complaints);
    await context.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), "veedor-report-"));
let browser;
try {
  browser = await launch();
  for (const language of ["es", "en"]) {
    const address = write_report(folder, language);
    await read_without_scripts(browser, address, language);
    await judge_with_axe(browser, address, language);
  }
  faults.finish("the report");
} finally {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
}
