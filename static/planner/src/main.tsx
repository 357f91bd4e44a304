import '@atlaskit/css-reset';
import './planner.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app';
import { followTheme } from './bridge';
import { CannotLoad } from './states/cannot-load';
import { Unbroken } from './unbroken';

void followTheme();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Unbroken instead={() => <CannotLoad />}>
      <App />
    </Unbroken>
  </StrictMode>,
);
