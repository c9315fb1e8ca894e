# The frame around every page: menu, search, language and messages.

layout-skip = Skip to content
layout-menu = Menu
layout-account = My account
layout-sign-out = Sign out
layout-language = Language
layout-theme = Light or dark
layout-theme-auto = Same as my device
layout-theme-light = Light
layout-theme-dark = Dark
layout-legal = About this website
layout-search-hint = Search by name, plate, VIN or customer number
layout-commands = Go to a page
layout-switch-company = Switch company
layout-breadcrumb = You are here
layout-show = Show
layout-hide = Hide
layout-copied = Copied
layout-errors = Please check these details
layout-previous = Previous
layout-next = Next
layout-unreachable = We cannot reach the server. Check your connection and try again.
layout-selected = Selected:
layout-select-all = Select all rows
layout-clear-selection = Clear selection
layout-privacy = Privacy
