-- The floor of an import on SQLite: the files of an export, as `sqlite3 .import` takes them, into tables with the keys and
-- indexes that Carport's tables have over the same values. The id of a row, which ascends in Carport, is the rowid here;
-- company and source, which no file names, stand in every index.

CREATE TABLE customers (
    number TEXT, kind TEXT, gender TEXT, initials TEXT, first_name TEXT, patronymic TEXT, infix TEXT, last_name TEXT,
    business_name TEXT, birth_date TEXT, language TEXT, street TEXT, house_number TEXT, postcode TEXT, city TEXT, region TEXT,
    country TEXT, email TEXT, phone TEXT, mobile TEXT, collected_on TEXT, location TEXT
);
CREATE UNIQUE INDEX customers_dms ON customers (x'019ad0000000700080000000000000aa', number, (+'dms'));
CREATE INDEX customers_name ON customers (x'019ad0000000700080000000000000aa', last_name, first_name);
-- addresses and numbers are found by what they are: contact_points_value in Carport
CREATE INDEX customers_email ON customers (x'019ad0000000700080000000000000aa', email) WHERE email <> '';
CREATE INDEX customers_phone ON customers (x'019ad0000000700080000000000000aa', phone) WHERE phone <> '';
CREATE INDEX customers_mobile ON customers (x'019ad0000000700080000000000000aa', mobile) WHERE mobile <> '';

CREATE TABLE vehicles (
    number TEXT, customer_number TEXT, driver_number TEXT, payer_number TEXT, owned_from TEXT, owned_until TEXT, plate TEXT,
    plate_country TEXT, vin TEXT, engine_number TEXT, make TEXT, model TEXT, version TEXT, body TEXT, colour TEXT, fuel TEXT,
    first_registration TEXT, inspection_due TEXT, maintenance_due TEXT, mileage INTEGER, mileage_on TEXT
);
CREATE UNIQUE INDEX vehicles_dms ON vehicles (x'019ad0000000700080000000000000aa', number, (+'dms'));
CREATE INDEX vehicles_plate ON vehicles (x'019ad0000000700080000000000000aa', plate);
CREATE INDEX vehicles_vin ON vehicles (x'019ad0000000700080000000000000aa', vin) WHERE vin <> '';
CREATE INDEX vehicles_inspection ON vehicles (x'019ad0000000700080000000000000aa', inspection_due) WHERE inspection_due <> '';
CREATE INDEX vehicles_maintenance ON vehicles (x'019ad0000000700080000000000000aa', maintenance_due) WHERE maintenance_due <> '';
CREATE INDEX vehicles_owner ON vehicles (x'019ad0000000700080000000000000aa', customer_number);

CREATE TABLE visits (
    number TEXT, customer_number TEXT, vehicle_number TEXT, plate TEXT, vin TEXT, date TEXT, kind TEXT, mileage INTEGER,
    description TEXT, advisor TEXT, location TEXT
);
CREATE UNIQUE INDEX visits_dms ON visits (x'019ad0000000700080000000000000aa', number, (+'dms'));
CREATE INDEX visits_customer ON visits (x'019ad0000000700080000000000000aa', customer_number, date);
CREATE INDEX visits_vehicle ON visits (x'019ad0000000700080000000000000aa', vehicle_number, date) WHERE vehicle_number <> '';

CREATE TABLE invoices (
    number TEXT, customer_number TEXT, vehicle_number TEXT, plate TEXT, vin TEXT, visit_number TEXT, date TEXT, category TEXT,
    amount TEXT, currency TEXT, description TEXT, document TEXT, location TEXT
);
CREATE UNIQUE INDEX invoices_dms ON invoices (x'019ad0000000700080000000000000aa', number, (+'dms'));
CREATE INDEX invoices_customer ON invoices (x'019ad0000000700080000000000000aa', customer_number, date);
