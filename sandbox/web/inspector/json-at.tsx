import { useCallback } from 'react';

import { Waiting } from '../page/waiting';
import { useLoaded } from '../use-loaded';
import { askInspector, jsonOf } from './inspector-data';
import { JsonText } from './json-text';

/** The JSON that an address of the inspector answers, read once. */
export function JsonAt({ label, address }: { label: string; address: string }) {
  const [json] = useLoaded(useCallback(async () => jsonOf(await askInspector(address)), [address]));
  switch (json.state) {
    case 'loading':
      return <Waiting />;
    case 'failed':
      return <p>{json.message}</p>;
    case 'ready':
      return <JsonText label={label} value={json.value} />;
  }
}
