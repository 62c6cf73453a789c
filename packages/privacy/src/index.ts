export * from './ledger/types.ts';
export {
  bernoulliExp,
  discreteGaussian,
  discreteLaplace,
  type ExactNumber,
  fillDiscreteGaussian,
  geometric,
  uniformBelow,
} from './noise/samplers.ts';
export {
  isProtected,
  joinProtected,
  mapProtected,
  type Protected,
  type ProtectedStamp,
  publish,
  readProtected,
  readProtectedStamp,
} from './protected.ts';
export { isSystemRandom, type RandomBytes, systemRandom, unsafeTestRandom } from './random/random-bytes.ts';
export * from './rational.ts';
