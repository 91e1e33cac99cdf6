export { type LoadedGraph, type LoadedModels, type LoadOptions, loadGraph, loadModels } from './load-models.ts'
export { loadTask } from './load-task.ts'
