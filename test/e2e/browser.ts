import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../packages/portal/src/report/print-pdf.ts';

/** The Chromium of this machine, without a window; its sandbox is off where tests run as root, for which it has none. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findBrowser(process.env.PATH ?? ''),
    chromiumSandbox: process.getuid?.() !== 0,
  });
}
