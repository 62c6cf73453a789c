// Largest paint and total blocking time in Chromium on slow 4G (150 ms of latency, 1.6 Mbit/s down), the processor four times slower.
import { serveSite } from '@casebridge/portal/serve';
import { chromium } from 'playwright-core';

export interface Paint {
  readonly path: string;
  /** Milliseconds. */
  readonly largestPaint: number;
  /** What long tasks took beyond 50 ms each. */
  readonly blocking: number;
}

// Runs in the page, before anything of it.
const watch = `
  globalThis.seen = { largestPaint: 0, blocking: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.largestPaint = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.blocking += Math.max(0, duration - 50);
  }).observe({ type: 'longtask', buffered: true });`;

/** Paints of pages of a baked site, each in a fresh browser context. */
export async function paintsOf(
  site: string,
  paths: readonly string[],
  executablePath: string,
): Promise<readonly Paint[]> {
  const served = await serveSite(site, { port: 0 });
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  const paints: Paint[] = [];
  try {
    for (const path of paths) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, bypassCSP: true });
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 150,
        downloadThroughput: (1.6 * 1024 * 1024) / 8,
        uploadThroughput: (750 * 1024) / 8,
      });
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await page.addInitScript({ content: watch });
      await page.goto(`${served.url}${path}`, { waitUntil: 'networkidle' });
      const seen = await page.evaluate(() => (globalThis as unknown as { seen: Omit<Paint, 'path'> }).seen);
      paints.push({ path, ...seen });
      await context.close();
    }
  } finally {
    await browser.close();
    await served.close();
  }
  return paints;
}
