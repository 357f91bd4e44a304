/** The handlers that manifest.yml names, nothing else. */
export { resolve as handler } from './resolvers/index';
