import { linkagePage } from '@casebridge/linkage/node';
import { writeWhole } from '@casebridge/submission/node';

/** Writes the page that encodes without a network. Refusals: a file that is there, a disk that is full. */
export async function writeLinkagePage(out: string): Promise<{ readonly bytes: number }> {
  const html = await linkagePage();
  await writeWhole(out, html, { replace: false });
  return { bytes: Buffer.byteLength(html) };
}
