-- Customers, how to reach them, their cars and what happened to the cars.

CREATE TABLE customers (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    dms_source TEXT,                    -- import key, with dms_number; none for people who came in by themselves
    dms_number TEXT,                    -- the customer number
    dms_hash BIGINT,                    -- of the last imported row: equal means unchanged
    kind TEXT NOT NULL CHECK (kind IN ('person', 'business', 'unknown')),
    gender TEXT CHECK (gender IN ('female', 'male', 'other')),
    initials TEXT,
    first_name TEXT,
    infix TEXT,
    last_name TEXT NOT NULL,
    business_name TEXT,
    name_folded TEXT NOT NULL,          -- last name, first name; lower case without accents
    birth_date DATE,
    language TEXT,
    stage TEXT NOT NULL CHECK (stage IN ('visitor', 'lead', 'prospect', 'customer', 'ambassador', 'former')),
    location_id UUID,
    preferred_channel TEXT,
    first_workshop_on DATE,             -- first workshop visit ever here (F162)
    last_visit_on DATE,                 -- workshop date or invoice, the later (F161)
    last_invoice_on DATE,               -- last paid invoice: «customer» in the law's sense
    last_invoice_entity_id UUID,
    deceased_at BIGINT,
    restricted_at BIGINT,               -- art. 18 GDPR
    erased_at BIGINT,
    missing_since BIGINT,               -- no longer in the full export
    created_at BIGINT NOT NULL,
    created_import UUID,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (company_id, id),
    FOREIGN KEY (company_id, location_id) REFERENCES locations (company_id, id)
) {{clustered}};
CREATE UNIQUE INDEX customers_dms ON customers (company_id, dms_number, dms_source);
CREATE INDEX customers_name ON customers (company_id, name_folded, id);
CREATE INDEX customers_last_visit ON customers (company_id, last_visit_on) WHERE last_visit_on IS NOT NULL;
CREATE INDEX customers_first_workshop ON customers (company_id, first_workshop_on) WHERE first_workshop_on IS NOT NULL;

-- One e-mail address, number or postal address each; the key leads through the customer, since they are read together.
CREATE TABLE contact_points (
    company_id UUID NOT NULL REFERENCES companies (id),
    customer_id UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('email', 'mobile', 'phone', 'address')),
    value TEXT NOT NULL,                -- e-mail as written, number in E.164, address as JSON of domain::people::PostalAddress
    value_folded TEXT NOT NULL,         -- what matching compares
    origin TEXT NOT NULL CHECK (origin IN ('dms', 'customer', 'staff', 'request', 'import')),
    collected_on DATE,                  -- when the company got it; none: not known
    legal_entity_id UUID,               -- which legal person got it
    verified_at BIGINT,                 -- the customer proved it is theirs
    invalid_since BIGINT,               -- hard bounce, wrong number, returned letter
    ended_at BIGINT,                    -- replaced or removed
    created_at BIGINT NOT NULL,
    PRIMARY KEY (company_id, customer_id, id),
    FOREIGN KEY (company_id, customer_id) REFERENCES customers (company_id, id)
) {{clustered}};
CREATE INDEX contact_points_value ON contact_points (company_id, value_folded, kind) WHERE kind <> 'address';

CREATE TABLE vehicles (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    dms_source TEXT,
    dms_number TEXT,
    dms_hash BIGINT,
    plate TEXT,                         -- as displayed
    plate_folded TEXT,                  -- letters and digits only
    plate_country TEXT,
    vin TEXT,
    engine_number TEXT,
    make TEXT,
    model TEXT,
    version TEXT,
    body TEXT,
    fuel TEXT,
    colour TEXT,
    nickname TEXT,
    first_registration DATE,
    inspection_due DATE,
    maintenance_due DATE,
    mileage BIGINT,                     -- kilometres
    mileage_on DATE,
    km_per_year BIGINT,
    archived_at BIGINT,                 -- sold or scrapped
    missing_since BIGINT,
    created_at BIGINT NOT NULL,
    created_import UUID,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (company_id, id)
) {{clustered}};
CREATE UNIQUE INDEX vehicles_dms ON vehicles (company_id, dms_number, dms_source);
CREATE INDEX vehicles_plate ON vehicles (company_id, plate_folded);
CREATE INDEX vehicles_inspection ON vehicles (company_id, inspection_due) WHERE inspection_due IS NOT NULL;
CREATE INDEX vehicles_maintenance ON vehicles (company_id, maintenance_due) WHERE maintenance_due IS NOT NULL;

-- A car and its people, dated.
CREATE TABLE vehicle_holdings (
    company_id UUID NOT NULL REFERENCES companies (id),
    vehicle_id UUID NOT NULL,
    customer_id UUID NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('owner', 'driver', 'payer')),
    from_on DATE,
    until_on DATE,                      -- none: still theirs
    origin TEXT NOT NULL CHECK (origin IN ('dms', 'customer', 'staff')),
    created_at BIGINT NOT NULL,
    PRIMARY KEY (company_id, vehicle_id, customer_id, role),
    FOREIGN KEY (company_id, vehicle_id) REFERENCES vehicles (company_id, id),
    FOREIGN KEY (company_id, customer_id) REFERENCES customers (company_id, id)
) {{clustered}};
CREATE INDEX vehicle_holdings_customer ON vehicle_holdings (company_id, customer_id);

CREATE TABLE visits (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    dms_source TEXT NOT NULL,
    dms_number TEXT NOT NULL,
    dms_hash BIGINT NOT NULL,
    customer_id UUID NOT NULL,
    vehicle_id UUID,
    location_id UUID,
    kind TEXT NOT NULL CHECK (kind IN ('workshop', 'showroom', 'bodyshop', 'tyres', 'other')),
    visited_on DATE NOT NULL,
    mileage BIGINT,
    description TEXT,
    advisor TEXT,
    created_at BIGINT NOT NULL,
    created_import UUID,
    PRIMARY KEY (company_id, id),
    FOREIGN KEY (company_id, customer_id) REFERENCES customers (company_id, id),
    FOREIGN KEY (company_id, vehicle_id) REFERENCES vehicles (company_id, id)
) {{clustered}};
CREATE UNIQUE INDEX visits_dms ON visits (company_id, dms_number, dms_source);
CREATE INDEX visits_customer ON visits (company_id, customer_id, visited_on);
CREATE INDEX visits_vehicle ON visits (company_id, vehicle_id, visited_on) WHERE vehicle_id IS NOT NULL;

CREATE TABLE invoices (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    dms_source TEXT NOT NULL,
    dms_number TEXT NOT NULL,
    dms_hash BIGINT NOT NULL,
    customer_id UUID NOT NULL,
    vehicle_id UUID,
    visit_id UUID,
    legal_entity_id UUID,
    category TEXT NOT NULL CHECK (category IN ('workshop', 'parts', 'vehicle', 'other')),
    invoiced_on DATE NOT NULL,
    amount_cents BIGINT NOT NULL,
    currency TEXT NOT NULL,
    description TEXT,
    document_key TEXT,                  -- object key of the PDF, unchanged as delivered (INT-09)
    created_at BIGINT NOT NULL,
    created_import UUID,
    PRIMARY KEY (company_id, id),
    FOREIGN KEY (company_id, customer_id) REFERENCES customers (company_id, id),
    FOREIGN KEY (company_id, vehicle_id) REFERENCES vehicles (company_id, id)
) {{clustered}};
CREATE UNIQUE INDEX invoices_dms ON invoices (company_id, dms_number, dms_source);
CREATE INDEX invoices_customer ON invoices (company_id, customer_id, invoiced_on);

-- What a customer or member of staff changed that the dealer management system also holds (F68). While a change is
-- open, imported_value is what the DMS last said: the third side of the three-way merge.
CREATE TABLE changes (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    customer_id UUID NOT NULL,
    subject_kind TEXT NOT NULL CHECK (subject_kind IN ('customer', 'contact_point', 'vehicle')),
    subject_id UUID NOT NULL,
    field TEXT NOT NULL,
    old_value TEXT,
    new_value TEXT,
    imported_value TEXT,
    changed_by TEXT NOT NULL,           -- customer:<id>, staff:<id>
    changed_at BIGINT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'confirmed', 'overtaken', 'replaced')),
    closed_at BIGINT,
    noticed_at BIGINT,                  -- in the digest to the company
    exported_at BIGINT,                 -- in the export back to the DMS
    PRIMARY KEY (company_id, id),
    FOREIGN KEY (company_id, customer_id) REFERENCES customers (company_id, id)
) {{clustered}};
CREATE INDEX changes_customer ON changes (company_id, customer_id, changed_at);
CREATE INDEX changes_open ON changes (company_id, subject_id, field) WHERE status = 'open';
CREATE INDEX changes_unnoticed ON changes (company_id, changed_at) WHERE noticed_at IS NULL;
