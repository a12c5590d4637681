import type { ApplicationMaterialView, ApplicationView } from '@hall/shared/api/views';

/** Required materials without a picture that may not be brought later. */
export const missing = (materials: readonly ApplicationMaterialView[]): ApplicationMaterialView[] =>
  materials.filter((material) => material.required && !material.deferrable && material.pictures.length === 0);

/** Whether the server lets this target (`picture:<id>`, `material:<code>`) be changed now. */
export const mayChange = (application: Pick<ApplicationView, 'editable'>, target: string): boolean => application.editable.includes(target);
