export { discreteGaussianDelta, gaussianDelta } from './accounting/gaussian-delta.ts';
export { attackerAdvantage, type PersonRisk, personRisk } from './accounting/persons.ts';
export { epsilonOfRenyi, renyiOfGaussian } from './accounting/renyi.ts';
export {
  deltaOf,
  epsilonOf,
  looseEpsilonOf,
  rhoOf,
  rhoOfExponential,
  rhoOfGaussian,
  rhoOfPure,
  varianceFor,
} from './accounting/zcdp.ts';
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
