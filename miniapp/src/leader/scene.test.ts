import { sceneIn } from './scene.ts';

test('the scene is found in what WeChat hands over, in a scanned address and in a page\'s path', () => {
  const scene = 'aB3-_fGh12345678';
  for (const text of [scene, encodeURIComponent(scene), `https://hall.example/#/leader/scan-confirm/index?scene=${scene}`, `leader/scan-confirm/index?from=x&scene=${scene}`]) expect(sceneIn(text)).toBe(scene);
});

test('another code of the hall, or anybody\'s, is none', () => {
  for (const text of [undefined, '', '123456', 'https://hall.example/#/rating/rate/index?code=ABCDEFGHJK', 'scene=<script>', '%E0%A4%A']) expect(sceneIn(text)).toBeNull();
});
