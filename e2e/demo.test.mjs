// Everything that is tried in a real browser, against one demo: first what people do, then every page they leave behind.
import "./journeys/customer.mjs";
import "./journeys/staff.mjs";
import "./pages.mjs";
