import { standardVersion } from '@casebridge/standard';

/** Whether records of a standard's version can be read here: the same major version, no newer than ours. */
export function isReadableStandard(version: string, ours: string = standardVersion): boolean {
  const [major, minor] = version.split('.').map(Number);
  const [ourMajor, ourMinor] = ours.split('.').map(Number);
  return major === ourMajor && minor !== undefined && ourMinor !== undefined && minor <= ourMinor;
}
