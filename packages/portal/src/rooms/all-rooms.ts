import type { OpenRoom } from '../bake/room-set.ts';
import { apiRoom } from './api.tsx';
import { changesRoom } from './changes.tsx';
import { codebookRoom } from './codebook.tsx';
import { compareRoom } from './compare.tsx';
import { contributeRoom } from './contribute.tsx';
import { contributorsRoom } from './contributors.tsx';
import { countsRoom } from './counts.tsx';
import { crosswalksRoom } from './crosswalks.tsx';
import { ctdcRoom } from './ctdc.tsx';
import { dataRoom } from './data.tsx';
import { embedsRoom } from './embeds.tsx';
import { exploreRoom } from './explore.tsx';
import { feedsRoom } from './feeds.tsx';
import { figureIndexRoom } from './figure-index.tsx';
import { figureRoom } from './figure-page.tsx';
import { homeRoom } from './home.tsx';
import { ledgerRoom } from './ledger.tsx';
import { madeRoom } from './made.tsx';
import { mapRoom } from './map.tsx';
import { methodsRoom } from './methods.tsx';
import { missingnessRoom } from './missingness.tsx';
import { openDataRoom } from './open-data.tsx';
import { placesRoom } from './places.tsx';
import { pressRoom } from './press.tsx';
import { prevalenceRoom } from './prevalence.tsx';
import { readingRooms } from './reading.tsx';
import { reportRoom } from './report.tsx';
import { routesRoom } from './routes.tsx';
import { smallRooms } from './small-pages.tsx';
import { storiesRoom } from './stories.tsx';
import { topicsRoom } from './topics.tsx';
import { whyRoom } from './why.tsx';
import { yourDataRoom } from './your-data.tsx';

/** Every room of a site, in the order in which its pages are written and, within a group, menus show it. */
export const allRooms: readonly OpenRoom[] = [
  homeRoom,
  figureIndexRoom,
  figureRoom,
  reportRoom,
  topicsRoom,
  storiesRoom,
  changesRoom,
  prevalenceRoom,
  exploreRoom,
  compareRoom,
  mapRoom,
  routesRoom,
  placesRoom,
  dataRoom,
  codebookRoom,
  missingnessRoom,
  crosswalksRoom,
  apiRoom,
  feedsRoom,
  methodsRoom,
  ledgerRoom,
  madeRoom,
  whyRoom,
  readingRooms,
  pressRoom,
  countsRoom,
  ctdcRoom,
  contributorsRoom,
  contributeRoom,
  yourDataRoom,
  smallRooms,
  openDataRoom,
  embedsRoom,
];

// Their addresses are the same whatever a release holds; they are slow to open, or tell of releases in their own way.
const alwaysThere: readonly OpenRoom[] = [exploreRoom, compareRoom, openDataRoom, storiesRoom];

/** Rooms whose pages depend on the release: those of an earlier one leave tombstones. */
export const roomsOfReleases: readonly OpenRoom[] = allRooms.filter((room) => !alwaysThere.includes(room));
