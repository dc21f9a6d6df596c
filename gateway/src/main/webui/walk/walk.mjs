// A walk through every screen of a running platform, in a real browser, as a case worker would do it.
//
//   FAIRLEAD_URL            the gateway, http://localhost:8080
//   FAIRLEAD_WALK_USER      carl, with FAIRLEAD_WALK_PASSWORD carl-demo
//   FAIRLEAD_WALK_OTHER     chen of another team, with FAIRLEAD_WALK_OTHER_PASSWORD chen-demo
//   FAIRLEAD_WALK_LEAD      lena, lead of the same team, with FAIRLEAD_WALK_LEAD_PASSWORD lena-demo
//   FAIRLEAD_WALK_FILE      an AIS file to upload; without it the upload is skipped, loudly
//   FAIRLEAD_WALK_OUT       where screenshots go, target/walk
//   FAIRLEAD_WALK_PATIENCE  milliseconds to wait for one thing, 30000
//   FAIRLEAD_CHROMIUM       the browser, /usr/bin/chromium
//
// Ends with `N passed, N failed`; exit code 1 when anything failed, 3 when there is no browser.
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { flags } from './browser.mjs';
import { lead as leadPart, work } from './work.mjs';

const env = process.env;
const base = (env.FAIRLEAD_URL ?? 'http://localhost:8080').replace(/\/$/, '');
const user = env.FAIRLEAD_WALK_USER ?? 'carl';
const password = env.FAIRLEAD_WALK_PASSWORD ?? `${user}-demo`;
const other = env.FAIRLEAD_WALK_OTHER ?? 'chen';
const otherPassword = env.FAIRLEAD_WALK_OTHER_PASSWORD ?? `${other}-demo`;
const leader = env.FAIRLEAD_WALK_LEAD ?? 'lena';
const leaderPassword = env.FAIRLEAD_WALK_LEAD_PASSWORD ?? `${leader}-demo`;
const file = env.FAIRLEAD_WALK_FILE;
const out = env.FAIRLEAD_WALK_OUT ?? 'target/walk';
const executablePath = env.FAIRLEAD_CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const patience = Number(env.FAIRLEAD_WALK_PATIENCE ?? 30_000);

let passed = 0;
const failures = [];

async function step(name, act) {
  const begun = Date.now();
  try {
    await act();
    passed += 1;
    console.log(`  ok    ${name} (${Date.now() - begun} ms)`);
    return true;
  } catch (error) {
    failures.push(name);
    console.log(`  FAIL  ${name}\n        ${String(error?.message ?? error).split('\n').slice(0, 6).join('\n        ')}`);
    await shot(`failed-${failures.length}`).catch(() => undefined);
    return false;
  }
}

function expect(condition, what) {
  if (!condition) throw new Error(what);
}

/** A picture of nothing, made here. */
function greyPng(width, height) {
  const crcTable = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
  const crc = (bytes) => (bytes.reduce((c, byte) => crcTable[(c ^ byte) & 0xff] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    const sum = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = 60 + ((x * 3 + y * 5) % 80);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

let page;
const shot = (name) => page.screenshot({ path: join(out, `${name}.png`) });

async function settle() {
  await page.waitForLoadState('domcontentloaded');
  await page.locator('#main h1, #main h2, .fl-landing').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-label^="Loading"]') === null);
  if ((await page.locator('.fl-map').count()) > 0) {
    await page.waitForFunction(() => Number(document.documentElement.dataset.mapIdle) > 0, undefined, { timeout: patience });
    // Software rendering presents a frame some time after it was drawn.
    await page.waitForTimeout(700);
  }
}

async function go(path) {
  await page.goto(base + path);
  await settle();
}

/** Half faded in, a text has half its contrast. What turns for ever, as a spinner does, is not waited for. */
const still = () =>
  page.waitForFunction(() =>
    document.getAnimations().every((one) => one.playState !== 'running' || one.effect?.getComputedTiming().endTime === Infinity),
  );

/** Serious and critical findings of axe fail the step. */
async function accessible(name) {
  await still();
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const result = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return result.violations
      .filter((one) => one.impact === 'serious' || one.impact === 'critical')
      .map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
  });
  expect(found.length === 0, `axe on ${name}: ${found.join('\n')}`);
}

const screen = (name, path, check) =>
  step(`screen: ${name}`, async () => {
    await go(path);
    if (check) await check();
    const failed = page.locator('.pf-v6-c-alert.pf-m-danger');
    expect((await failed.count()) === 0, `an error is shown: ${(await failed.count()) > 0 ? await failed.first().innerText() : ''}`);
    await shot(name);
    await accessible(name);
  });

async function logIn(name, secret) {
  await page.goto(base + '/');
  await page.getByRole('link', { name: 'Log in' }).click();
  await page.locator('#username').fill(name);
  await page.locator('#password').fill(secret);
  await page.locator('#kc-login, [type=submit]').first().click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor({ timeout: patience });
}

const read = (path, team) =>
  page.evaluate(
    async ([address, acting]) => {
      const response = await fetch(address, { headers: { 'Fairlead-Request': 'browser', ...(acting ? { 'Fairlead-Team': acting } : {}) } });
      return { status: response.status, body: await response.json().catch(() => undefined) };
    },
    [path, team],
  );

if (!executablePath || !existsSync(executablePath)) {
  console.error('The browser walk needs Chromium and found none: install it (apt-get install chromium) or name it in FAIRLEAD_CHROMIUM.');
  process.exit(3);
}
mkdirSync(out, { recursive: true });
console.log(`Walking ${base} as ${user}`);
const browser = await chromium.launch({ executablePath, args: flags });
const scheme = { viewport: { width: 1440, height: 900 }, acceptDownloads: true };
let context = await browser.newContext({ ...scheme, colorScheme: 'light' });
page = await context.newPage();
page.setDefaultTimeout(patience);
const foreign = [];
const broken = [];
const watch = (one) => {
  one.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && !['localhost', '127.0.0.1', new URL(base).hostname].includes(url.hostname)) foreign.push(url.origin);
  });
  one.on('pageerror', (error) => broken.push(error.message));
};
watch(page);

await step('landing says what Fairlead is', async () => {
  await page.goto(base + '/');
  await page.getByRole('heading', { name: 'Fairlead', level: 1 }).waitFor();
  await shot('landing');
  await accessible('landing');
});

const isIn = await step(`${user} logs in through the form of the identity provider`, () => logIn(user, password));
let caseId;
let leadId;

if (isIn) {
  if (file && existsSync(file)) {
    await step(`upload of ${basename(file)} (${statSync(file).size} bytes)`, async () => {
      await go('/uploads');
      await page.locator('input[type=file]').first().setInputFiles(file);
      const job = page.locator('.fl-job[data-state="done"]', { hasText: basename(file) });
      await job.waitFor({ timeout: 180_000 });
      await job.getByText('Messages by type').waitFor();
      const fixes = await job.locator('.fl-figures li', { hasText: 'Fixes' }).locator('.fl-figure-value').innerText();
      expect(Number(fixes.replace(/\D/g, '')) > 0, `no fix was taken in: ${fixes}`);
      await shot('upload-done');
    });
    await step('the same file again is known, not doubled', async () => {
      await go('/uploads');
      await page.locator('input[type=file]').first().setInputFiles(file);
      await page.getByText('nothing is doubled').waitFor();
    });
  } else {
    console.log('  SKIP  upload: FAIRLEAD_WALK_FILE names no file');
  }
  await screen('uploads', '/uploads');

  await screen('vessels', '/vessels');
  await step('a vessel found by part of its name opens with its track', async () => {
    await go('/vessels');
    await page.getByRole('textbox', { name: 'Search vessels' }).fill('ANGARA');
    await page.getByRole('link', { name: 'ANGARA' }).first().click();
    await page.getByRole('heading', { name: 'ANGARA', level: 1 }).waitFor();
    await page.getByText('Identity over time').waitFor();
    await settle();
    // A stretch of her track in the time lanes, and the label of a reconstructed one.
    await page.locator('.fl-item-track').first().waitFor();
    await page.locator('.fl-synthetic').first().waitFor();
    await shot('vessel');
    await accessible('vessel');
  });
  await step('its track can be had as GeoJSON and CSV', async () => {
    for (const name of ['Track as GeoJSON', 'Track as CSV']) {
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name }).click();
      const stream = await (await download).path();
      expect(statSync(stream).size > 100, `${name} is empty`);
    }
  });

  await screen('inbox', '/inbox', async () => {
    await page.locator('.fl-lead').first().waitFor();
  });
  await step('keys move through the inbox', async () => {
    await go('/inbox');
    await page.locator('.fl-lead').nth(1).waitFor();
    await page.keyboard.press('j');
    await page.locator('.fl-lead').nth(1).locator('.fl-lead-main[aria-current="true"]').waitFor();
    await page.keyboard.press('k');
    await page.locator('.fl-lead').nth(0).locator('.fl-lead-main[aria-current="true"]').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys of the inbox' }).waitFor();
    await shot('inbox-keys');
    await page.keyboard.press('Escape');
  });
  await step('a lead is dismissed by keyboard, with a reason', async () => {
    await go('/inbox');
    const row = page.locator('.fl-lead').last();
    await row.waitFor();
    leadId = await row.getAttribute('data-lead');
    await row.locator('.fl-lead-main').click();
    await page.keyboard.press('d');
    await page.getByRole('dialog').getByRole('textbox').fill('Reception ends there (browser walk)');
    await page.keyboard.press('Tab');
    await page.getByRole('dialog').getByRole('button', { name: 'Dismiss', exact: true }).click();
    await page.locator(`[data-lead="${leadId}"]`).waitFor({ state: 'detached' });
    await go('/inbox?state=dismissed');
    await page.locator(`[data-lead="${leadId}"]`).waitFor();
  });
  await step('and reopened', async () => {
    await page.locator(`[data-lead="${leadId}"] .fl-lead-main`).click();
    await page.keyboard.press('r');
    await page.locator(`[data-lead="${leadId}"]`).waitFor({ state: 'detached' });
  });
  await step('a case is opened from a lead with Enter', async () => {
    await go('/inbox');
    await page.locator(`[data-lead="${leadId}"] .fl-lead-main`).click();
    await page.locator('.fl-detail').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
    await settle();
    await page.getByRole('tab', { name: /Leads \(1\)/ }).waitFor();
  });
  await step('two more leads are marked and attached to it', async () => {
    const number = (await page.locator('.fl-case-title .fl-figure').innerText()).split('/').at(-1).trim();
    await go('/inbox');
    const before = await page.locator('.fl-lead').count();
    if (before < 2) return;
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('2 marked').waitFor();
    await page.keyboard.press('a');
    const choice = page.getByRole('dialog').getByRole('combobox');
    const value = await choice.locator('option', { hasText: number }).getAttribute('value');
    await choice.selectOption(value);
    await page.getByRole('dialog').getByRole('button', { name: 'Attach' }).click();
    await page.getByText('2 leads attached').waitFor();
  });

  await screen('cases', '/cases', async () => {
    await page.getByRole('link', { name: /angara/i }).first().waitFor();
  });
  await step('the demonstration case opens with map, lanes and drawer', async () => {
    await go('/cases');
    await page.getByRole('row', { name: /Rajin to Dunai/i }).filter({ has: page.locator('.fl-synthetic') }).getByRole('link').first().click();
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
    caseId = /cases\/([0-9a-f-]{36})/.exec(page.url())[1];
    await settle();
    for (const kind of ['track', 'silence', 'sighting', 'fact']) await page.locator(`.fl-item-${kind}`).first().waitFor();
    await shot('case');
    await accessible('case');
  });
  await step('a sighting selected in the lanes shows its verdicts and margins', async () => {
    await page.locator('.fl-item-sighting').first().click();
    await page.locator('.fl-verdict').first().waitFor();
    expect(page.url().includes('sel='), 'the selection is not in the address');
    await settle();
    await shot('case-sighting');
    await accessible('case with a selection');
  });
  await step('what is frozen already is not frozen twice', async () => {
    const before = await page.getByRole('tab', { name: /Evidence/ }).innerText();
    await page.locator('.fl-drawer').getByRole('button', { name: 'Freeze sighting again' }).click();
    await page.getByText('Frozen already').waitFor();
    expect((await page.getByRole('tab', { name: /Evidence/ }).innerText()) === before, 'the register grew');
  });
  await step('a stretch of the track is frozen as evidence with its SHA-256', async () => {
    const count = async () => Number(/\((\d+)\)/.exec(await page.getByRole('tab', { name: /Evidence/ }).innerText())[1]);
    const before = await count();
    await page.locator('.fl-item-track').last().click();
    const button = page.locator('.fl-drawer').getByRole('button', { name: /^Freeze (as evidence|track again)$/ });
    const isNew = (await button.innerText()).includes('as evidence');
    await button.click();
    await page.getByText(isNew ? 'Frozen as evidence' : 'Frozen already').last().waitFor();
    if (isNew) await page.getByRole('tab', { name: `Evidence (${before + 1})` }).waitFor();
    await page.getByRole('tab', { name: /Evidence/ }).click();
    await page.getByRole('list', { name: 'Evidence register' }).waitFor();
    expect(/\b[0-9a-f]{64}\b/.test(await page.locator('.fl-register').innerText()), 'no SHA-256 in the register');
    await shot('evidence');
    await accessible('evidence');
  });
  await step('a note keeps its text over a reload and is saved', async () => {
    await go(`/cases/${caseId}?tab=notes`);
    const words = `Browser walk ${new Date().toISOString()}`;
    await page.getByRole('textbox', { name: 'New comment' }).fill(words);
    await page.reload();
    expect((await page.getByRole('textbox', { name: 'New comment' }).inputValue()) === words, 'unsaved text was lost');
    await page.getByRole('button', { name: 'Save comment' }).click();
    await page.locator('.fl-notes', { hasText: words }).waitFor();
    await accessible('comments of the case');
  });
  await step('its state changes and changes back', async () => {
    await go(`/cases/${caseId}`);
    const state = async () => (await page.locator('.fl-case-head .pf-v6-c-label').first().innerText()).trim();
    const before = await state();
    const move = async (to) => {
      await page.getByRole('button', { name: 'Change state' }).click();
      await page.getByRole('menuitem', { name: to, exact: true }).click();
      await page.getByRole('dialog').getByRole('textbox').fill('Browser walk');
      await page.getByRole('dialog').getByRole('button', { name: to, exact: true }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.locator('.fl-case-head .pf-v6-c-label', { hasText: to }).waitFor();
    };
    if (before !== 'Open') await move('Open');
    await move('In review');
    await move('Open');
  });
  await step('the export is a ZIP with a manifest', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export' }).click();
    const bytes = readFileSync(await (await download).path());
    expect(bytes.subarray(0, 2).toString() === 'PK', 'not a ZIP');
    expect(bytes.includes('manifest-sha256.txt'), 'no manifest in it');
  });
  await screen('case-chronology', `/cases/${caseId}?tab=chronology`, () => page.locator('.fl-chron').first().waitFor());
  await screen('case-listed', `/cases/${caseId}?tab=listed&asOf=2024-02-09`, () => page.locator('.fl-answer').first().waitFor());
  await screen('case-leads', `/cases/${caseId}?tab=leads`);
  await screen('case-history', `/cases/${caseId}?tab=history`, () => page.getByRole('grid', { name: 'History of the case' }).waitFor());

  const helpers = { step, go, settle, shot, accessible, expect, page, base };
  const worked = await work(helpers);

  await screen('who', '/who?lat=42.233&lon=130.3&at=2023-12-28T02:00:00Z', () => page.getByText('Silent then').waitFor());
  await step('a click on the map asks anew', async () => {
    const box = await page.locator('.fl-map-canvas').boundingBox();
    await page.mouse.click(box.x + box.width / 2 + 40, box.y + box.height / 2 + 60);
    await page.waitForURL((url) => url.searchParams.get('lat') !== '42.233');
    await page.getByText('Silent then').waitFor();
  });
  await screen('imagery', '/imagery', () => page.getByRole('grid', { name: 'Sightings' }).waitFor());
  await step('a scene is recorded by form, and its footprint is on the map', async () => {
    await go('/imagery?tab=scenes');
    const name = `WALK-${Date.now()}`;
    await page.getByRole('button', { name: 'Record a scene' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel("Provider's name for it").fill(name);
    await dialog.getByLabel(/^Provider\s*\*?$/).fill('Browser walk');
    await dialog.getByLabel('Sensor').fill('optical');
    await dialog.getByLabel('Acquisition from, UTC').fill('2024-01-14 02:00');
    await dialog.getByLabel(/^to, UTC/).fill('2024-01-14 02:30');
    await dialog.getByLabel('Footprint').fill('42.0, 130.0\n42.0, 130.6\n42.5, 130.6\n42.5, 130.0');
    await dialog.getByLabel('Recall by length').fill('50-100: 80 %\n100-: 95 %');
    await dialog.getByLabel('Synthetic', { exact: false }).check();
    await accessible('scene form');
    await shot('scene-form');
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByRole('button', { name }).click();
    await page.getByText('100 m and more').waitFor();
    await settle();
    await shot('scenes');
    await accessible('scenes');
  });
  await step('a sighting opens with its candidates, two of them side by side', async () => {
    await go('/imagery');
    await page.getByRole('link', { name: /Rajin/ }).first().click();
    await page.getByRole('heading', { name: 'Silent then' }).waitFor();
    const boxes = page.getByRole('checkbox', { name: /Show and compare/ });
    for (let at = 0; at < 2; at++) await boxes.nth(at).check();
    await page.locator('.fl-compare .fl-verdict').nth(1).waitFor();
    await settle();
    await shot('sighting');
    await accessible('sighting');
  });
  await step('a picture is added, blurred until asked for, and measured by its overlay', async () => {
    await page.getByRole('button', { name: 'Add a picture' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[type=file]').setInputFiles({ name: `walk ${Date.now()}.png`, mimeType: 'image/png', buffer: greyPng(320, 240) });
    await dialog.getByLabel('Metres per pixel').fill('0,7');
    await dialog.getByLabel('Graphic', { exact: false }).check();
    await accessible('picture form');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    const viewer = page.locator('.fl-viewer').last();
    await viewer.getByText('Marked as graphic').waitFor();
    await shot('picture-blurred');
    await viewer.getByRole('button', { name: 'Show it' }).click();
    await viewer.locator('.fl-over-bar').waitFor();
    // Fails for a picture that cannot be shown, and waits for one that is on its way.
    expect(await viewer.locator('img').evaluate((image) => image.decode().then(() => image.naturalWidth === 320, () => false)), 'the picture was not loaded');
    await viewer.scrollIntoViewIfNeeded();
    await shot('picture');
    await accessible('picture');
  });
  await step('a sighting is recorded, corrected and withdrawn, and every version stays readable', async () => {
    await go('/who?lat=42.2&lon=131.4&at=2024-01-20T03:00:00Z');
    await page.getByRole('button', { name: 'Record as a sighting' }).click();
    let dialog = page.getByRole('dialog');
    await dialog.getByLabel('Label').fill('Ship off Rajin');
    await dialog.getByLabel('Source', { exact: false }).fill('a walk');
    await dialog.getByLabel('Synthetic', { exact: false }).check();
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByRole('heading', { name: /Ship off Rajin/ }).waitFor();
    await page.getByRole('button', { name: 'Correct', exact: true }).click();
    dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'What the image shows of her' }).click();
    await dialog.getByLabel('Length, m', { exact: true }).fill('117');
    await accessible('correction');
    await shot('correction');
    await dialog.getByRole('button', { name: 'Save as the next version' }).click();
    await page.getByText('Version 2', { exact: true }).waitFor();
    await page.getByText('117 m').first().waitFor();
    await shot('corrected');
    await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw', exact: true }).click();
    await page.getByText('Withdrawn', { exact: true }).waitFor();
    expect((await page.getByRole('button', { name: 'Correct', exact: true }).count()) === 0, 'a withdrawn sighting can still be corrected');
  });
  await screen('lists', '/lists', () => page.locator('.fl-card').first().waitFor());
  await step('a list opens with its versions', async () => {
    await page.locator('.fl-card').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Versions' }).waitFor();
    await settle();
    await shot('list');
    await accessible('list');
  });
  await screen('screen', '/screen', () => page.getByRole('button', { name: 'Screen' }).waitFor());
  await step('a ship is screened, and the answer says what stands behind it', async () => {
    await page.getByLabel('Name', { exact: true }).fill('ANGARA');
    await page.getByRole('button', { name: 'Screen', exact: true }).click();
    await page.getByRole('heading', { name: 'What stands behind this' }).waitFor();
    await shot('screened');
    await accessible('screened');
  });
  await screen('screen-kept', '/screen?tab=kept', () => page.getByRole('grid', { name: 'Screenings' }).waitFor());
  await screen('status', '/status', () => page.getByText('Every part is up').waitFor());

  await step('dark', async () => {
    await go(`/cases/${caseId}`);
    await page.getByRole('button', { name: 'Use the dark theme' }).click();
    await settle();
    await shot('case-dark');
    await accessible('case, dark');
    for (const name of ['inbox', 'uploads', 'lists', 'who', 'imagery']) {
      await go(`/${name}`);
      await shot(`${name}-dark`);
      await accessible(`${name}, dark`);
    }
    await page.getByRole('button', { name: 'Use the light theme' }).click();
  });
  await step('on a telephone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const [name, path] of [['inbox', '/inbox'], ['case', `/cases/${caseId}`], ['uploads', '/uploads']]) {
      await go(path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide <= 1, `${name} is ${wide} px too wide`);
      await shot(`${name}-narrow`);
    }
    await page.setViewportSize(scheme.viewport);
  });

  await step('nothing was loaded from another host, and nothing broke', async () => {
    expect(foreign.length === 0, `loaded from ${[...new Set(foreign)].join(', ')}`);
    expect(broken.length === 0, `errors on pages: ${[...new Set(broken)].join(' | ')}`);
  });

  await step(`${user} logs out`, async () => {
    await go('/inbox');
    await page.getByRole('button', { name: /account/ }).click();
    await page.getByRole('menuitem', { name: 'Log out' }).click();
    await page.getByRole('link', { name: 'Log in' }).waitFor();
  });
  await context.close();

  context = await browser.newContext({ ...scheme, colorScheme: 'light' });
  page = await context.newPage();
  page.setDefaultTimeout(patience);
  if (await step(`${leader}, who leads the team, logs in`, () => logIn(leader, leaderPassword))) await leadPart({ ...helpers, page, ...worked });
  await context.close();

  context = await browser.newContext({ ...scheme, colorScheme: 'light' });
  page = await context.newPage();
  page.setDefaultTimeout(patience);
  await step(`${other} of the other team gets nothing of it`, async () => {
    await logIn(other, otherPassword);
    const there = await read(`/api/cases/v1/cases/${caseId}`);
    const nowhere = await read('/api/cases/v1/cases/01890000-0000-7000-8000-000000000000');
    expect(there.status === 404 && nowhere.status === 404, `answers ${there.status} and ${nowhere.status}`);
    expect(there.body?.code === nowhere.body?.code && there.body?.detail === nowhere.body?.detail, 'what exists can be told from what does not');
    await page.goto(`${base}/cases/${caseId}`);
    await page.getByText('No such case').waitFor();
    await page.goto(`${base}/cases`);
    await settle();
    expect((await page.locator(`a[href*="${caseId}"]`).count()) === 0, 'the case is listed');
    await shot('other-team');
  });
}

await browser.close();
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length > 0 ? 1 : 0);
