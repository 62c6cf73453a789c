// Synthesis in a web page: the same code as in Node, in a worker. Nothing here reaches the network.
export { usualModelSize } from '../synthesis/plan-job.ts';
export * from './messages.ts';
export { openSynthesisWorker, type SynthesisWorker } from './open-synthesis-worker.ts';
