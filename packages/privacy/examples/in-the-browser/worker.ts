// The worker's own file, so that the bundler gives it an address of its own.
import '@casebridge/privacy/browser/worker';
