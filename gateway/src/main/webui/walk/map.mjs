// How smoothly the map of all ships moves: time between frames while it is dragged and zoomed, and how much of it the
// page's own script takes, in a real browser.
// Fill the platform before with `./fairlead bench map --ships 100000`.
//
//   FAIRLEAD_URL        the gateway, http://localhost:8080
//   FAIRLEAD_WALK_USER  carl, with FAIRLEAD_WALK_PASSWORD carl-demo
//   FAIRLEAD_CHROMIUM   the browser, /usr/bin/chromium
//   FAIRLEAD_MAP_SHOT   where a picture of the map goes; without it none is made
//
// Without a graphics card every pixel is drawn by the processor: such times are an upper bound.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { flags } from './browser.mjs';

const env = process.env;
const base = (env.FAIRLEAD_URL ?? 'http://localhost:8080').replace(/\/$/, '');
const user = env.FAIRLEAD_WALK_USER ?? 'carl';
const password = env.FAIRLEAD_WALK_PASSWORD ?? `${user}-demo`;
const executablePath = env.FAIRLEAD_CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (!executablePath) {
  console.error('There is no browser; point FAIRLEAD_CHROMIUM at one.');
  process.exit(3);
}

const browser = await chromium.launch({ executablePath, args: flags });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
// What the script of a frame takes: everything asked for with requestAnimationFrame, the map's drawing with it.
await page.addInitScript(() => {
  const request = window.requestAnimationFrame.bind(window);
  window.scriptTimes = new Map();
  window.requestAnimationFrame = (act) =>
    request((now) => {
      const start = performance.now();
      try {
        act(now);
      } finally {
        window.scriptTimes.set(now, (window.scriptTimes.get(now) ?? 0) + performance.now() - start);
      }
    });
});
const tiles = [];
page.on('response', async (response) => {
  if (/\/tiles\/\d+\//.test(response.url())) tiles.push((await response.body().catch(() => Buffer.alloc(0))).length);
});
await page.goto(`${base}/`);
await page.getByRole('link', { name: 'Log in' }).click();
await page.locator('#username').fill(user);
await page.locator('#password').fill(password);
await page.locator('#kc-login, [type=submit]').first().click();
await page.getByRole('navigation', { name: 'Main' }).waitFor({ timeout: 60_000 });
/** The map with all its tiles, or with none: what the sea alone takes is the measure for the ships. */
async function open(isEmpty) {
  if (isEmpty) await page.route(/\/tiles\/\d+\//, (route) => route.fulfill({ status: 204 }));
  else await page.unroute(/\/tiles\/\d+\//);
  await page.goto(`${base}/traffic`);
  await page.waitForSelector('html[data-map-idle]', { timeout: 60_000 });
  tiles.length = 0;
}

/** Times between the frames of the page while `act` goes on, and of the script in them. */
async function frames(name, act) {
  await page.evaluate(() => {
    window.frameTimes = [];
    window.scriptTimes.clear();
    let last = performance.now();
    const tick = (now) => {
      window.frameTimes?.push(now - last);
      last = now;
      if (window.frameTimes) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await act();
  const [between, script] = await page.evaluate(() => {
    const taken = window.frameTimes;
    window.frameTimes = undefined;
    return [taken, [...window.scriptTimes.values()]];
  });
  console.log(`${name.padEnd(22)} ${String(between.length).padStart(5)} frames: ${spread(between)}; script ${spread(script)}`);
}

function spread(times) {
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))]?.toFixed(1);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`;
}

async function drag() {
  for (const [fromX, toX] of [[900, 400], [400, 900], [900, 400], [400, 900]]) {
    await page.mouse.move(fromX, 400);
    await page.mouse.down();
    for (let i = 1; i <= 25; i++) await page.mouse.move(fromX + ((toX - fromX) * i) / 25, 400 + i);
    await page.mouse.up();
  }
}

async function zoom(by) {
  await page.mouse.move(660, 380);
  for (let i = 0; i < 6; i++) {
    await page.mouse.wheel(0, by);
    await page.waitForTimeout(250);
  }
}

async function move(what) {
  await frames(`${what}, at rest`, () => page.waitForTimeout(2_000));
  await frames(`${what}, world dragged`, drag);
  await frames(`${what}, zoomed in`, () => zoom(-400));
  if (env.FAIRLEAD_MAP_SHOT && what === 'ships') await page.screenshot({ path: env.FAIRLEAD_MAP_SHOT.replace(/(\.\w+)?$/, '-near$1') });
  await frames(`${what}, coast dragged`, drag);
  await frames(`${what}, zoomed out`, () => zoom(400));
}

await open(true);
await move('no ships');
await open(false);
if (env.FAIRLEAD_MAP_SHOT) await page.screenshot({ path: env.FAIRLEAD_MAP_SHOT });
await move('ships');
console.log(`${tiles.length} more tiles, ${tiles.reduce((a, b) => a + b, 0).toLocaleString('en')} bytes, while it moved`);
await browser.close();
