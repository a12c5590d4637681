import './window.ts';
import { defineBuiltins } from './builtins.ts';
import { appConfig } from './configs.ts';
import { drive } from './drive.ts';
import { noteFault } from './ledger.ts';
import { addAppStyle, load, setSurroundings, theApp } from './modules.ts';
import { hear } from './outside.ts';
import { openPages, ways } from './pages.ts';
import { rememberFrom } from './wx/storage.ts';
import { systemApis } from './wx/system.ts';
import { wx } from './wx/wx.ts';

// The phone's own clock: everything in it asks Date.now.
const machineNow = Date.now;
Date.now = () => machineNow() + window.hostBoot.ahead;

window.hostHear = hear;
window.hostDrive = drive;
window.addEventListener('error', (event) => noteFault(event.error ?? event.message));
window.addEventListener('unhandledrejection', (event) => noteFault(`unhandled: ${event.reason instanceof Error ? (event.reason.stack ?? '') : JSON.stringify(event.reason)}`));

rememberFrom(window.hostBoot.storage);
defineBuiltins();
addAppStyle();
setSurroundings({ wx, currentPages: openPages });
load('app.js');
const entered = systemApis.getLaunchOptionsSync();
theApp()?.onLaunch?.(entered);
theApp()?.onShow?.(entered);
ways.reLaunch(window.hostBoot.path || appConfig().pages[0]!);
