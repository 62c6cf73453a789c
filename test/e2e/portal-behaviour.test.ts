// What the portal's pages do under a reader's hands: keyboard, screens, settings, and what their scripts add.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortalSite, type PortalSite, pages } from './portal-site.ts';

let portal: PortalSite;
beforeAll(async () => {
  portal = await openPortalSite({ leaveOut: /\.png$/ });
});
afterAll(async () => {
  await portal?.close();
});
const address: PortalSite['address'] = (language, path) => portal.address(language, path);
const withPage: PortalSite['withPage'] = (options, work) => portal.withPage(options, work);

describe('the keyboard', () => {
  it.each(['', 'figures/purpose.labour.2015/', 'explore/'])(
    'reaches everything on /%s and shows where it is',
    async (path) => {
      await withPage({ viewport: { width: 1280, height: 900 } }, async (page) => {
        await page.goto(address('en', path), { waitUntil: 'networkidle' });
        if (path === 'explore/') await page.locator('.explore.live').waitFor();
        const wanted = await page.evaluate(() => {
          const all = [
            ...document.querySelectorAll<HTMLElement>('a[href], button, select, summary, input, [tabindex="0"]'),
          ];
          const shown = all.filter((element) => element.checkVisibility({ visibilityProperty: true }));
          // One stop for each group of radio buttons.
          const radios = new Set(
            shown.filter((e) => e instanceof HTMLInputElement).map((e) => (e as HTMLInputElement).name),
          );
          return shown.filter((e) => !(e instanceof HTMLInputElement)).length + radios.size;
        });
        await page.keyboard.press('Tab');
        expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
        let reached = 0;
        for (let press = 0; press < wanted + 5; press++) {
          const focus = await page.evaluate(() => {
            const element = document.activeElement as HTMLElement;
            if (element === document.body || element.dataset.reached) return null;
            element.dataset.reached = 'yes';
            const shown =
              element instanceof HTMLInputElement && element.type === 'radio'
                ? (element.nextElementSibling as HTMLElement)
                : element;
            return getComputedStyle(shown).outlineStyle;
          });
          if (focus === null) break;
          expect(focus).not.toBe('none');
          reached++;
          await page.keyboard.press('Tab');
        }
        expect(reached).toBe(wanted);
      });
    },
  );

  it('opens the menu, closes it with Escape and goes back to where it was', async () => {
    await withPage({}, async (page) => {
      await page.goto(address('en', ''));
      const menu = page.locator('details.menu');
      await menu.locator('summary').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('details.menu') !== null)).toBe(true);
      await page.keyboard.press('Escape');
      expect(await menu.getAttribute('open')).toBeNull();
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
    });
  });

  it('skips to the content', async () => {
    await withPage({}, async (page) => {
      await page.goto(address('en', ''));
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    });
  });
});

describe('every size and setting', () => {
  it.each(['fr', 'es'])('has room for longer words on the narrowest phone in %s', async (language) => {
    await withPage({ viewport: { width: 320, height: 700 } }, async (page) => {
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(address(language, path));
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect([name, Math.max(0, over)]).toEqual([name, 0]);
      }
    });
  });

  it.each([768, 1280, 3840])('fills %i points without overflow, lines no longer than the eye likes', async (width) => {
    await withPage({ viewport: { width, height: 1000 } }, async (page) => {
      for (const path of ['', 'figures/purpose.labour.2015/', 'explore/', 'methods/']) {
        await page.goto(address('ar', path));
        const measured = await page.evaluate(() => ({
          over: document.documentElement.scrollWidth - window.innerWidth,
          longest: Math.max(
            ...[...document.querySelectorAll('main p')].map((paragraph) => {
              const text = document.createRange();
              text.selectNodeContents(paragraph);
              const size = Number.parseFloat(getComputedStyle(paragraph).fontSize);
              return text.getBoundingClientRect().width / size;
            }),
          ),
        }));
        expect(measured.over).toBeLessThanOrEqual(0);
        expect(measured.longest).toBeLessThan(56);
      }
    });
  });

  it('keeps still for those who ask for less motion', async () => {
    await withPage({ reducedMotion: 'reduce' }, async (page) => {
      for (const path of ['', 'figures/purpose.labour.2015/', 'explore/']) {
        await page.goto(address('en', path));
        const moving = await page.evaluate(() =>
          [...document.querySelectorAll('*')].flatMap((element) => {
            const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
            const still =
              /^(0s(, )?)+$/.test(transitionDuration) && animationName === 'none' && scrollBehavior === 'auto';
            return still ? [] : [element.outerHTML.slice(0, 80)];
          }),
        );
        expect(moving).toEqual([]);
      }
    });
  });
});

describe('the explorer', () => {
  it('opens with its answer, follows choices and keeps them in the address', async () => {
    await withPage({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.goto(address('en', 'explore/'), { waitUntil: 'networkidle' });
      await page.locator('.controls select').nth(0).selectOption('sex_or_gender');
      await page.locator('.controls select').nth(1).selectOption('');
      await page.locator('.controls select').nth(2).selectOption('2014');
      await page.locator('.controls select').nth(3).selectOption('2014');
      await page.locator('input[value=count]').check();
      await page.locator('input[value=line]').check();
      await expect.poll(() => page.locator('.explore-title').textContent()).toContain('2014');
      expect(new URL(page.url()).search).toBe('?v=sex_or_gender&year=2014&view=line&show=count');
      const table = (await page.locator('table.answers').textContent()) ?? '';
      await page.reload({ waitUntil: 'networkidle' });
      await expect.poll(() => page.locator('table.answers').textContent()).toBe(table);
      await expect.poll(() => page.locator('svg.plot').count()).toBe(1);
    });
  });

  it('says what of an impossible address has no answer, and shows its opening', async () => {
    await withPage({}, async (page) => {
      await page.goto(address('en', 'explore/?v=nonsense&by=__proto__&year=1066'), { waitUntil: 'networkidle' });
      expect(await page.locator('.explore-title').textContent()).toContain('2015');
      const said = (await page.locator('.problems').textContent()) ?? '';
      for (const part of ['nonsense', '__proto__', '1066']) expect(said).toContain(`“${part}”`);
    });
  });
});

describe('the codebook', () => {
  it('finds a variable by a word of its definition or answers, without accents, and says when there is none', async () => {
    await withPage({}, async (page) => {
      await page.goto(address('fr', 'data/codebook/'));
      const shown = () => page.locator('[data-variable]:visible').evaluateAll((all) => all.map(({ id }) => id));
      const all = (await shown()).length;
      await page.locator('#find-variable').fill('FRONTIERE');
      await expect.poll(shown).toContain('trafficking_scope');
      expect((await shown()).length).toBeLessThan(all);
      await page.locator('#find-variable').fill('zzzz');
      await expect.poll(() => page.locator('[role=status]').textContent()).toContain('Rien trouvé');
      await page.locator('#find-variable').fill('');
      await expect.poll(async () => (await shown()).length).toBe(all);
    });
  });

  it('sets two variables beside each other by keyboard, keeps them in the address and survives a wrong one', async () => {
    await withPage({}, async (page) => {
      await page.goto(address('en', 'data/codebook/compare/?a=purpose_summary&b=nonsense'));
      const shown = () =>
        page.locator('[data-side]:visible').evaluateAll((all) => all.map((e) => (e as HTMLElement).dataset.side));
      await expect.poll(shown).toHaveLength(2);
      expect(await shown()).toContain('purpose_summary');
      const second = page.locator('select[name=b]');
      await second.focus();
      await second.selectOption('duration_years');
      await expect.poll(shown).toEqual(expect.arrayContaining(['purpose_summary', 'duration_years']));
      expect(new URL(page.url()).search).toBe('?a=purpose_summary&b=duration_years');
      await page.reload();
      await expect.poll(shown).toEqual(expect.arrayContaining(['purpose_summary', 'duration_years']));
    });
  });
});

describe('the feed of changes', () => {
  it('is served as Atom, parses in the browser and its links lead to pages', async () => {
    const answer = await fetch(`${portal.served.url}en/changes.atom`);
    expect(answer.headers.get('content-type')).toContain('application/atom+xml');
    const xml = await answer.text();
    // A page of the site may not parse text; the test may.
    const links = await withPage({ bypassCSP: true }, async (page) => {
      await page.goto(address('en', 'feeds/'));
      return page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, 'application/xml');
        if (parsed.querySelector('parsererror')) return [];
        return [...parsed.querySelectorAll('link[rel=alternate]')].map((link) => link.getAttribute('href') ?? '');
      }, xml);
    });
    expect(links.length).toBeGreaterThanOrEqual(3);
    for (const link of links) {
      expect((await fetch(new URL(link, `${portal.served.url}en/changes.atom`))).status).toBe(200);
    }
  });
});

describe('leaving and remembering', () => {
  it('leaves for the page the site names, forgetting what it kept', async () => {
    await withPage({}, async (page) => {
      let left = '';
      await page.route(/wikipedia/, (route) => {
        left = route.request().url();
        return route.abort();
      });
      await page.goto(address('en', ''));
      await page.evaluate(() => localStorage.setItem('language', 'fr'));
      for (const _ of [1, 2, 3]) await page.keyboard.press('Escape');
      await expect.poll(() => left).toMatch(/^https:\/\/www\.wikipedia\.org\//);
    });
  });

  it('opens the bare address in the language chosen before', async () => {
    await withPage({}, async (page) => {
      await page.goto(address('en', ''));
      await page.locator('[data-language=es]').click();
      await page.goto(portal.served.url);
      await page.waitForURL(address('es', ''));
    });
  });
});

describe('the sliders of the unseen', () => {
  it('say what the table says, and move by keyboard', async () => {
    await withPage({}, async (page) => {
      await page.goto(address('en', 'prevalence/'));
      const said = page.locator('[data-said]');
      expect(await said.textContent()).toContain('about 150 people');
      await page.locator('[data-missed]').focus();
      await page.keyboard.press('ArrowRight');
      expect(await said.textContent()).toContain('the matching finds 18. Estimate: 60 × 50 ÷ 18 = about 167 people');
      expect(await page.locator('[data-missed]').getAttribute('aria-valuetext')).toBe('10 in 100');
      const apart = await page.locator('.circles circle').first().getAttribute('cx');
      await page.locator('[data-shared]').focus();
      await page.keyboard.press('End');
      expect(await page.locator('.circles circle').first().getAttribute('cx')).not.toBe(apart);
      expect(await page.locator('#idea td.here').textContent()).toBe('67');
    });
  });
});
