import ForgeReconciler from '@forge/react';

import { Glance } from './glance';

ForgeReconciler.render(<Glance />);
