// RenderHTML
