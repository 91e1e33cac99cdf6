export { type LoadedModels, type LoadOptions, loadModels } from './load-models.ts'
export { loadTask } from './load-task.ts'
