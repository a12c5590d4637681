import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyLook } from '../kit/look/look.ts';
import { HallScreen } from './HallScreen.tsx';
import './screen.css';

applyLook();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<StrictMode><HallScreen /></StrictMode>);
