import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import 'antd/dist/reset.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import '../kit/look/console.css';
import { dialogs } from '../kit/look/dialogs.ts';
import { applyLook } from '../kit/look/look.ts';
import { theme } from '../kit/look/theme.ts';
import { client } from './client.ts';
import { router } from './routes.tsx';

applyLook();
// A console left open over an update asks for parts that are gone: the new one is a reload away.
window.addEventListener('vite:preloadError', () => window.location.reload());
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <ConfigProvider locale={zhCN} theme={theme} modal={dialogs} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  </StrictMode>,
);
