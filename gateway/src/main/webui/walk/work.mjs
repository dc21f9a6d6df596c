// The work in cases, as its own part of the walk: fifty leads by keyboard, tasks, comments, two editors, search, what is
// named and sealed, and the administration.

const hostile = '<img src=x onerror="document.title=\'broken\'"> ANGARA \u202Egpj';

/** Calls of the page itself, with its session. */
const call = (page, method, path, body, headers = {}) =>
  page.evaluate(
    async ([verb, address, content, more]) => {
      const response = await fetch(address, {
        method: verb,
        headers: { 'Fairlead-Request': 'browser', 'Content-Type': verb === 'PATCH' ? 'application/merge-patch+json' : 'application/json', ...more },
        body: content === undefined ? undefined : JSON.stringify(content),
      });
      return { status: response.status, tag: response.headers.get('ETag'), body: await response.json().catch(() => undefined) };
    },
    [method, path, body, headers],
  );

export async function work({ step, go, settle, shot, accessible, expect, page, base }) {
  const api = '/api/cases/v1';
  let caseId;
  let sealedId;
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);

  await step('fifty leads are decided by keyboard alone', async () => {
    await go('/inbox?kind=manual');
    for (let at = 1; at <= 50; at += 1) {
      const made = await call(page, 'POST', `${api}/leads`, { title: `Walk ${stamp} lead ${at}`, priority: 'low', synthetic: true, why: [{ family: 'place', statement: 'Made by the browser walk.' }] });
      expect(made.status === 201, `a lead was not made: ${made.status}`);
    }
    const opened = await call(page, 'POST', `${api}/cases`, { title: `Walk ${stamp} for leads` });
    const waiting = async () => (await call(page, 'GET', `${api}/inbox?kind=manual&limit=200`)).body.items.filter((one) => one.title.includes(stamp));
    await go('/inbox?kind=manual');
    const first = (await waiting())[0].id;
    await go(`/inbox?kind=manual&lead=${first}`);
    await page.locator(`[data-lead="${first}"] .fl-lead-main[aria-current="true"]`).waitFor();
    const marked = async (count) => {
      for (let at = 0; at < count; at += 1) {
        await page.keyboard.press('x');
        if (at < count - 1) await page.keyboard.press('j');
      }
      await page.getByText(`${count} marked`).waitFor();
    };
    const decided = async (left) => {
      const until = Date.now() + 30_000;
      while ((await waiting()).length > left) {
        expect(Date.now() < until, `${(await waiting()).length} still wait, not ${left}`);
        await page.waitForTimeout(200);
      }
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.locator('.fl-bulk').waitFor({ state: 'detached' });
    };
    const at = async () => {
      const next = (await waiting())[0];
      if (next) await go(`/inbox?kind=manual&lead=${next.id}`);
    };
    const begun = Date.now();
    // Twenty dismissed, ten attached, ten put off, at once each; the last ten one by one.
    await marked(20);
    await page.keyboard.press('d');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('Made by the browser walk');
    await shot('inbox-dismiss-many');
    await page.keyboard.press('Control+Enter');
    await decided(30);
    await at();
    await marked(10);
    await page.keyboard.press('a');
    const choice = page.getByRole('dialog').getByRole('combobox');
    await choice.waitFor();
    await choice.focus();
    const value = await choice.locator('option', { hasText: opened.body.number }).getAttribute('value');
    await choice.selectOption(value);
    // The dialog takes the focus to its first button when it has opened.
    await choice.press('Control+Enter');
    await decided(20);
    await at();
    await marked(10);
    await page.keyboard.press('s');
    await page.getByRole('dialog').getByRole('textbox').first().press('Control+Enter');
    await decided(10);
    await at();
    for (let left = 9; left >= 0; left -= 1) {
      await page.keyboard.press('d');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('One by one');
      await page.keyboard.press('Control+Enter');
      await decided(left);
      if (left > 0) await at();
    }
    console.log(`        50 leads in ${Math.round((Date.now() - begun) / 1000)} s`);
    expect((await waiting()).length === 0, 'some still wait');
    const leads = await call(page, 'GET', `${api}/cases/${opened.body.id}/leads?limit=200`);
    expect(leads.body.items.length === 10, `${leads.body.items.length} leads in the case`);
    caseId = opened.body.id;
  });

  await step('who gives a lead is asked to whom, and one’s own leads are listed', async () => {
    await go('/inbox');
    await page.keyboard.press('g');
    await page.locator('#assignee').waitFor();
    await shot('inbox-give');
    await accessible('inbox, give to');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByLabel('Whose leads').selectOption('me');
    await settle();
    await accessible('inbox, mine');
  });

  await step('a task is added, given a time and done', async () => {
    await go(`/cases/${caseId}?tab=tasks`);
    await page.getByText('No task yet').waitFor();
    await shot('case-tasks-empty');
    await page.getByRole('button', { name: 'New task' }).click();
    await page.locator('#task-title').fill('Ask the port authority');
    await page.locator('#task-due').fill('2030-01-01 09:00');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('list', { name: 'Tasks of the case' }).getByText('Ask the port authority').waitFor();
    await page.getByRole('tab', { name: 'Tasks (1)' }).waitFor();
    await shot('case-tasks');
    await accessible('tasks');
    await page.getByRole('checkbox', { name: 'Done: Ask the port authority' }).click();
    await page.getByRole('tab', { name: 'Tasks (0)' }).waitFor();
  });

  await step('a comment with markup and turned writing is text, and marked', async () => {
    await go(`/cases/${caseId}?tab=notes`);
    await page.getByRole('textbox', { name: 'New comment' }).fill(hostile);
    await page.getByRole('button', { name: 'Save comment' }).click();
    const comment = page.locator('.fl-notes p').first();
    await comment.getByText('Hidden characters').waitFor();
    const shown = await comment.innerText();
    expect(shown.includes('<img src=x') && shown.includes('[U+202E]gpj'), `shown as ${shown}`);
    expect((await page.locator('.fl-notes img').count()) === 0, 'markup became an image');
    expect((await page.title()) !== 'broken', 'a script ran');
    await shot('case-comment-hostile');
    await accessible('comments');
  });

  await step('two edit at once: the second sees both and loses nothing', async () => {
    await go(`/cases/${caseId}`);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('#summary').fill('What I wrote while somebody else saved.');
    await dialog.locator('#tags').fill('walk, second');
    const there = await call(page, 'GET', `${api}/cases/${caseId}`);
    const other = await call(page, 'PATCH', `${api}/cases/${caseId}`, { title: `Walk ${stamp} renamed by another`, tags: ['first'] }, { 'If-Match': there.tag });
    expect(other.status === 200, `the other one could not save: ${other.status}`);
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.getByText('Somebody changed the case while you wrote').waitFor();
    expect((await dialog.locator('#summary').inputValue()) === 'What I wrote while somebody else saved.', 'the text was lost');
    await dialog.getByText(`Walk ${stamp} renamed by another`).waitFor();
    await shot('case-two-editors');
    await accessible('two editors');
    await dialog.getByRole('row', { name: /Title/ }).getByRole('button', { name: 'Take theirs' }).click();
    await dialog.getByRole('button', { name: 'Save over it' }).click();
    await dialog.waitFor({ state: 'detached' });
    const after = (await call(page, 'GET', `${api}/cases/${caseId}`)).body;
    expect(after.title.endsWith('renamed by another') && after.summary.startsWith('What I wrote'), 'one of the two changes is gone');
    expect(after.work.tags.join() === 'second,walk', `tags ${after.work.tags.join()}`);
  });

  await step('the link board is empty, filled, walked by keyboard and read as a table', async () => {
    const bare = await call(page, 'POST', `${api}/cases`, { title: `Walk ${stamp} board` });
    await go(`/cases/${bare.body.id}?tab=board`);
    await page.getByText('Nothing to link yet').waitFor();
    await shot('case-board-empty');
    await accessible('the empty board');
    for (const one of [{ kind: 'vessel', name: hostile, mmsi: '273999001' }, { kind: 'company', name: 'M Leasing' }])
      expect((await call(page, 'POST', `${api}/cases/${bare.body.id}/subjects`, one)).status === 201, 'a subject was not added');
    await call(page, 'POST', `${api}/cases/${bare.body.id}/questions`, { text: 'Where was she?' });
    await go(`/cases/${bare.body.id}?tab=board`);
    await page.getByRole('button', { name: 'Relation', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('#relation-source').selectOption({ label: 'M Leasing (company)' });
    await dialog.locator('#relation-target').selectOption({ index: 1 });
    await dialog.getByRole('button', { name: 'Cancel' }).focus();
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    const drawing = page.getByRole('application');
    await drawing.focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('complementary', { name: 'On the board' }).getByText('Linked to').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('complementary', { name: 'On the board' }).getByRole('button', { name: 'M Leasing' }).click();
    await page.getByText('owns', { exact: true }).first().waitFor();
    expect((await page.title()) !== 'broken', 'a script ran');
    await shot('case-board');
    await accessible('the board');
    await page.getByRole('button', { name: 'Use the dark theme' }).click();
    await page.waitForTimeout(300);
    await shot('case-board-dark');
    await accessible('the board in the dark');
    await page.getByRole('button', { name: 'Use the light theme' }).click();
    await page.getByRole('button', { name: 'Table' }).click();
    await page.getByRole('grid', { name: 'Links on the board' }).getByText('owns').waitFor();
    await shot('case-board-table');
    await accessible('the board as a table');
  });

  await step('cases are related, and what keeps one is shown', async () => {
    const other = await call(page, 'POST', `${api}/cases`, { title: `Walk ${stamp} beside it` });
    await go(`/cases/${caseId}?tab=related`);
    await page.getByText('No related case').waitFor();
    await page.getByRole('button', { name: 'Relate', exact: true }).click();
    await page.getByRole('dialog').getByRole('combobox').selectOption(other.body.id);
    await page.getByRole('dialog').getByRole('textbox').fill('The same owner');
    await page.getByRole('dialog').getByRole('button', { name: 'Relate' }).click();
    await page.getByRole('list', { name: 'Related cases' }).getByText('The same owner').waitFor();
    await shot('case-related');
    await accessible('related cases');
  });

  await step('search finds what was written, by kind', async () => {
    await go('/search');
    await page.getByText('What are you looking for?').waitFor();
    await page.getByRole('textbox', { name: 'Search cases and leads' }).fill(stamp);
    await page.getByRole('button', { name: 'Search', exact: true }).last().click();
    await page.getByRole('list', { name: 'Found' }).waitFor();
    await settle();
    await shot('search');
    await accessible('search');
    await go('/search?q=nothinglikethis');
    await page.getByText('Nothing found').waitFor();
    await accessible('search, nothing found');
  });

  await step('a watch tells of a lead that fits', async () => {
    await go('/desk');
    await shot('desk-empty');
    await page.getByRole('button', { name: 'Watch something' }).click();
    await page.locator('#watch-kind').selectOption('query');
    await page.locator('#watch-words').fill(`watched${stamp}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Watch', exact: true }).click();
    await page.getByRole('list', { name: 'Watches' }).waitFor();
    await call(page, 'POST', `${api}/leads`, { title: `watched${stamp} at anchor`, synthetic: true, priority: 'low' });
    await go('/desk');
    await page.getByRole('list', { name: 'Notices' }).getByText(`watched${stamp} at anchor`).waitFor();
    await shot('desk');
    await accessible('my desk');
  });

  await step('a sealed case is opened for oneself alone', async () => {
    await go('/cases');
    await page.getByRole('button', { name: 'New case' }).click();
    await page.locator('#title').fill(`Walk ${stamp} sealed`);
    await page.locator('#visibility').selectOption('sealed');
    await page.getByRole('dialog').getByRole('button', { name: 'Open case' }).click();
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
    sealedId = /cases\/([0-9a-f-]{36})/.exec(page.url())[1];
    await settle();
    await page.locator('.fl-case-head .pf-v6-c-label', { hasText: 'Sealed' }).first().waitFor();
    await go(`/cases/${sealedId}?tab=access`);
    await page.getByText('Whoever is named below, and nobody else.').waitFor();
    await shot('case-sealed-access');
    await accessible('access of a sealed case');
  });

  for (const tab of ['members', 'inbox', 'templates', 'fields', 'retention']) {
    await step(`administration, ${tab}, for one who may only look`, async () => {
      await go(`/admin?tab=${tab}`);
      await shot(`admin-${tab}`);
      await accessible(`administration, ${tab}`);
    });
  }
  await step('administration says what is not theirs to set', async () => {
    await go('/admin?tab=integrations');
    await page.getByText('Not yours to set').waitFor();
    await accessible('administration, no access');
  });
  await step('work in the dark', async () => {
    await go(`/cases/${caseId}?tab=tasks`);
    await page.getByRole('button', { name: 'Use the dark theme' }).click();
    for (const [name, path] of [['tasks', `/cases/${caseId}?tab=tasks`], ['comments', `/cases/${caseId}?tab=notes`], ['related', `/cases/${caseId}?tab=related`], ['desk', '/desk'], ['search', `/search?q=${stamp}`], ['admin', '/admin?tab=inbox']]) {
      await go(path);
      await shot(`${name}-dark`);
      await accessible(`${name}, dark`);
    }
    await page.getByRole('button', { name: 'Use the light theme' }).click();
  });
  return { caseId, sealedId, stamp };
}

/** As the lead of the same team: a sealed case is not there; a named one is; the team is set up. */
export async function lead({ step, go, shot, accessible, expect, page, base, sealedId, stamp }) {
  const api = '/api/cases/v1';
  await step('the team’s own lead finds nothing of a sealed case', async () => {
    const there = await call(page, 'GET', `${api}/cases/${sealedId}`);
    const nowhere = await call(page, 'GET', `${api}/cases/01890000-0000-7000-8000-000000000000`);
    expect(there.status === 404 && nowhere.status === 404, `answers ${there.status} and ${nowhere.status}`);
    expect(there.body.detail === nowhere.body.detail, 'what exists can be told from what does not');
    const found = await call(page, 'GET', `${api}/search?q=${stamp}&limit=200`);
    expect(!JSON.stringify(found.body).includes(sealedId), 'search tells of it');
    await page.goto(`${base}/cases/${sealedId}`);
    await page.getByText('No such case').waitFor();
    await shot('sealed-for-the-lead');
  });
  await step('a template is made and a case begun with it', async () => {
    await go('/admin?tab=templates');
    await page.getByRole('button', { name: 'New template' }).click();
    const dialog = page.getByRole('dialog');
    await page.locator('#template-name').fill(`Silence ${stamp}`);
    await page.locator('#template-tasks').fill('Look at the coverage, 2\nLook for images, 5');
    await page.locator('#template-visibility').selectOption('named');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('list', { name: 'Templates' }).getByText(`Silence ${stamp}`).waitFor();
    await shot('admin-templates-lead');
    await accessible('templates');
    await go('/cases');
    await page.getByRole('button', { name: 'New case' }).click();
    await page.locator('#template').selectOption({ label: `Silence ${stamp} (2 tasks)` });
    await page.locator('#title').fill(`Walk ${stamp} named`);
    await page.getByRole('dialog').getByRole('button', { name: 'Open case' }).click();
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
    await page.getByRole('tab', { name: 'Tasks (2)' }).waitFor();
    await page.locator('.fl-case-head .pf-v6-c-label', { hasText: 'Named' }).first().waitFor();
  });
  await step('a field of the team’s own is added', async () => {
    await go('/admin?tab=fields');
    await page.getByRole('button', { name: 'New field' }).click();
    await page.locator('#field-label').fill(`Docket ${stamp}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
    await page.getByRole('list', { name: 'Fields' }).getByText(`Docket ${stamp}`).waitFor();
    await accessible('fields');
  });
  await step('a credential and a webhook are made and taken back', async () => {
    const name = `Walk ${stamp}`;
    await go('/admin?tab=integrations');
    await page.getByRole('grid', { name: 'Credentials' }).waitFor();
    await accessible('integrations');
    await page.getByRole('button', { name: 'New credential' }).click();
    await page.getByLabel('Name of the system').fill(name);
    await page.getByRole('checkbox', { name: 'Read the cases and leads of the team' }).check();
    await accessible('new credential');
    await shot('admin-credential-form');
    await page.getByRole('button', { name: 'Make it' }).click();
    await page.getByText(`Secret of ${name}`).first().waitFor();
    await page.getByRole('button', { name: 'I have copied it' }).click();
    await page.getByRole('button', { name: 'New webhook' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Address').fill('https://127.0.0.1/hook');
    await dialog.getByLabel('Judged by the access of').selectOption({ label: `${name} (cases:read)` });
    await dialog.getByRole('button', { name: 'Register it' }).click();
    await dialog.getByText('expected a host on the open internet').first().waitFor();
    await shot('admin-webhook-refused');
    await dialog.getByLabel('Address').fill('https://1.1.1.1/hook');
    await dialog.getByRole('button', { name: 'Register it' }).click();
    await page.getByText('Signing secret').first().waitFor();
    await page.getByRole('button', { name: 'Show the log' }).last().click();
    await shot('admin-integrations');
    await accessible('integrations with a webhook');
    await page.getByRole('button', { name: `Revoke ${name}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
    await page.getByText(`${name} is revoked`).first().waitFor();
    await page.getByRole('button', { name: 'Remove', exact: true }).last().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('The webhook is removed').first().waitFor();
  });
}
