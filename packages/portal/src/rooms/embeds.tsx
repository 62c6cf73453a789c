import type { OpenRoom } from '../bake/room-set.ts';
import { embedFiles } from '../embed/embed-files.ts';

/** The small pages that other sites may frame. */
export const embedsRoom: OpenRoom = () => ({ pages: [], filesIn: embedFiles });
