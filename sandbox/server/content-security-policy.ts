import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio/slim';
import * as z from 'zod';

const addresses = z.array(z.union([z.string(), z.object({ address: z.string() })]));

/** The part of manifest.yml's `permissions` that decides what a page of the app may load. */
const permissionsSchema = z.object({
  content: z.exactOptional(
    z.object({
      scripts: z.exactOptional(z.array(z.string())),
      styles: z.exactOptional(z.array(z.literal('unsafe-inline'))),
    }),
  ),
  external: z.exactOptional(
    z.object({
      fetch: z.exactOptional(z.object({ client: z.exactOptional(z.array(z.string())) })),
      fonts: z.exactOptional(addresses),
      frames: z.exactOptional(addresses),
      images: z.exactOptional(addresses),
      media: z.exactOptional(addresses),
      scripts: z.exactOptional(addresses),
      styles: z.exactOptional(addresses),
    }),
  ),
});

/**
 * The Content-Security-Policy of one page of the app, made by Forge's own code from the page and the manifest. The only
 * thing left out is where browsers report violations to: nothing leaves this machine.
 *
 * @param permissions `permissions` of manifest.yml as it stands
 * @param siteOrigin the origin of the page that the frame stands in
 */
export function contentSecurityPolicy(html: string, permissions: Record<string, unknown>, siteOrigin: string): string {
  const declared = permissionsSchema.parse(permissions);
  const existingCSPDetails = new CSPProcessingService({ info: () => undefined }, load).getCspDetails(html, declared);
  return new CSPInjectionService()
    .getInjectableCSP({ existingCSPDetails, microsEnv: 'prod', hostname: siteOrigin })
    .filter((directive) => !directive.startsWith('report-uri'))
    .join('; ');
}
