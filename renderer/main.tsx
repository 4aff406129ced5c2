// First of all: its questions are answered while the rest of this list is read.
import './state/ask-ahead.ts';

import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { firstAnswers } from './state/ask-ahead.ts';
import { drawKeysFirst } from './state/key-first.ts';
import { queries } from './state/query.ts';
import './styles/index.css';

drawKeysFirst();
for (const { name, input, value } of await firstAnswers()) queries.setQueryData([name, input], value);
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>,
  );
}
