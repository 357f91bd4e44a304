import * as z from 'zod';

/**
 * Zod tries `new Function` when a schema is made, to be faster. The page's CSP forbids it, and the browser would say so
 * on the console. Must be imported before any module that makes a schema.
 */
z.config({ jitless: true });
