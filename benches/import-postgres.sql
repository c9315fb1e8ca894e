-- The floor of an import on PostgreSQL: `\copy` into a table without a log, then INSERT … ON CONFLICT into tables with the
-- keys, foreign keys and indexes that Carport's tables have over the same values. Run by psql in the folder of the files.

SET client_min_messages = warning;

CREATE UNLOGGED TABLE new_customers (line BIGSERIAL, number TEXT, kind TEXT, gender TEXT, initials TEXT, first_name TEXT, patronymic TEXT, infix TEXT, last_name TEXT, business_name TEXT, birth_date DATE, language TEXT, street TEXT, house_number TEXT, postcode TEXT, city TEXT, region TEXT, country TEXT, email TEXT, phone TEXT, mobile TEXT, collected_on DATE, location TEXT);
CREATE TABLE customers (company_id UUID NOT NULL, id UUID NOT NULL, source TEXT NOT NULL,
    number TEXT, kind TEXT, gender TEXT, initials TEXT, first_name TEXT, patronymic TEXT, infix TEXT, last_name TEXT, business_name TEXT, birth_date DATE, language TEXT, street TEXT, house_number TEXT, postcode TEXT, city TEXT, region TEXT, country TEXT, email TEXT, phone TEXT, mobile TEXT, collected_on DATE, location TEXT,
    PRIMARY KEY (company_id, id));

CREATE UNLOGGED TABLE new_vehicles (line BIGSERIAL, number TEXT, customer_number TEXT, driver_number TEXT, payer_number TEXT, owned_from DATE, owned_until DATE, plate TEXT, plate_country TEXT, vin TEXT, engine_number TEXT, make TEXT, model TEXT, version TEXT, body TEXT, colour TEXT, fuel TEXT, first_registration DATE, inspection_due DATE, maintenance_due DATE, mileage BIGINT, mileage_on DATE);
CREATE TABLE vehicles (company_id UUID NOT NULL, id UUID NOT NULL, source TEXT NOT NULL,
    number TEXT, customer_number TEXT, driver_number TEXT, payer_number TEXT, owned_from DATE, owned_until DATE, plate TEXT, plate_country TEXT, vin TEXT, engine_number TEXT, make TEXT, model TEXT, version TEXT, body TEXT, colour TEXT, fuel TEXT, first_registration DATE, inspection_due DATE, maintenance_due DATE, mileage BIGINT, mileage_on DATE,
    PRIMARY KEY (company_id, id));

CREATE UNLOGGED TABLE new_visits (line BIGSERIAL, number TEXT, customer_number TEXT, vehicle_number TEXT, plate TEXT, vin TEXT, date DATE, kind TEXT, mileage BIGINT, description TEXT, advisor TEXT, location TEXT);
CREATE TABLE visits (company_id UUID NOT NULL, id UUID NOT NULL, source TEXT NOT NULL,
    number TEXT, customer_number TEXT, vehicle_number TEXT, plate TEXT, vin TEXT, date DATE, kind TEXT, mileage BIGINT, description TEXT, advisor TEXT, location TEXT,
    PRIMARY KEY (company_id, id));

CREATE UNLOGGED TABLE new_invoices (line BIGSERIAL, number TEXT, customer_number TEXT, vehicle_number TEXT, plate TEXT, vin TEXT, visit_number TEXT, date DATE, category TEXT, amount NUMERIC, currency TEXT, description TEXT, document TEXT, location TEXT);
CREATE TABLE invoices (company_id UUID NOT NULL, id UUID NOT NULL, source TEXT NOT NULL,
    number TEXT, customer_number TEXT, vehicle_number TEXT, plate TEXT, vin TEXT, visit_number TEXT, date DATE, category TEXT, amount NUMERIC, currency TEXT, description TEXT, document TEXT, location TEXT,
    PRIMARY KEY (company_id, id));

CREATE UNIQUE INDEX customers_dms ON customers (company_id, number, source);
CREATE INDEX customers_name ON customers (company_id, last_name, first_name);
CREATE INDEX customers_email ON customers (company_id, email) WHERE email IS NOT NULL;
CREATE INDEX customers_phone ON customers (company_id, phone) WHERE phone IS NOT NULL;
CREATE INDEX customers_mobile ON customers (company_id, mobile) WHERE mobile IS NOT NULL;
CREATE UNIQUE INDEX vehicles_dms ON vehicles (company_id, number, source);
CREATE INDEX vehicles_plate ON vehicles (company_id, plate);
CREATE INDEX vehicles_vin ON vehicles (company_id, vin) WHERE vin IS NOT NULL;
CREATE INDEX vehicles_inspection ON vehicles (company_id, inspection_due) WHERE inspection_due IS NOT NULL;
CREATE INDEX vehicles_maintenance ON vehicles (company_id, maintenance_due) WHERE maintenance_due IS NOT NULL;
CREATE INDEX vehicles_owner ON vehicles (company_id, customer_number);
CREATE UNIQUE INDEX visits_dms ON visits (company_id, number, source);
CREATE INDEX visits_customer ON visits (company_id, customer_number, date);
CREATE INDEX visits_vehicle ON visits (company_id, vehicle_number, date) WHERE vehicle_number IS NOT NULL;
CREATE UNIQUE INDEX invoices_dms ON invoices (company_id, number, source);
CREATE INDEX invoices_customer ON invoices (company_id, customer_number, date);

CREATE TABLE companies (id UUID PRIMARY KEY);
INSERT INTO companies VALUES ('019ad000-0000-7000-8000-0000000000aa');
ALTER TABLE customers ADD FOREIGN KEY (company_id) REFERENCES companies (id);
ALTER TABLE vehicles ADD FOREIGN KEY (company_id) REFERENCES companies (id),
    ADD FOREIGN KEY (company_id, customer_number, source) REFERENCES customers (company_id, number, source);
ALTER TABLE visits ADD FOREIGN KEY (company_id) REFERENCES companies (id),
    ADD FOREIGN KEY (company_id, customer_number, source) REFERENCES customers (company_id, number, source),
    ADD FOREIGN KEY (company_id, vehicle_number, source) REFERENCES vehicles (company_id, number, source);
ALTER TABLE invoices ADD FOREIGN KEY (company_id) REFERENCES companies (id),
    ADD FOREIGN KEY (company_id, customer_number, source) REFERENCES customers (company_id, number, source),
    ADD FOREIGN KEY (company_id, vehicle_number, source) REFERENCES vehicles (company_id, number, source);

\copy new_customers (number, kind, gender, initials, first_name, patronymic, infix, last_name, business_name, birth_date, language, street, house_number, postcode, city, region, country, email, phone, mobile, collected_on, location) FROM 'customers.csv' WITH (FORMAT csv, HEADER true)
INSERT INTO customers (company_id, id, source, number, kind, gender, initials, first_name, patronymic, infix, last_name, business_name, birth_date, language, street, house_number, postcode, city, region, country, email, phone, mobile, collected_on, location)
SELECT '019ad000-0000-7000-8000-0000000000aa', CAST('019ad000-0000-7000-8000-' || lpad(to_hex(line), 12, '0') AS UUID), 'dms', number, kind, gender, initials, first_name, patronymic, infix, last_name, business_name, birth_date, language, street, house_number, postcode, city, region, country, email, phone, mobile, collected_on, location
FROM new_customers
ON CONFLICT (company_id, number, source) DO UPDATE SET kind = excluded.kind, gender = excluded.gender, initials = excluded.initials, first_name = excluded.first_name, patronymic = excluded.patronymic, infix = excluded.infix, last_name = excluded.last_name, business_name = excluded.business_name, birth_date = excluded.birth_date, language = excluded.language, street = excluded.street, house_number = excluded.house_number, postcode = excluded.postcode, city = excluded.city, region = excluded.region, country = excluded.country, email = excluded.email, phone = excluded.phone, mobile = excluded.mobile, collected_on = excluded.collected_on, location = excluded.location;
DROP TABLE new_customers;

\copy new_vehicles (number, customer_number, driver_number, payer_number, owned_from, owned_until, plate, plate_country, vin, engine_number, make, model, version, body, colour, fuel, first_registration, inspection_due, maintenance_due, mileage, mileage_on) FROM 'vehicles.csv' WITH (FORMAT csv, HEADER true)
INSERT INTO vehicles (company_id, id, source, number, customer_number, driver_number, payer_number, owned_from, owned_until, plate, plate_country, vin, engine_number, make, model, version, body, colour, fuel, first_registration, inspection_due, maintenance_due, mileage, mileage_on)
SELECT '019ad000-0000-7000-8000-0000000000aa', CAST('019ad000-0000-7000-8000-' || lpad(to_hex(line), 12, '0') AS UUID), 'dms', number, customer_number, driver_number, payer_number, owned_from, owned_until, plate, plate_country, vin, engine_number, make, model, version, body, colour, fuel, first_registration, inspection_due, maintenance_due, mileage, mileage_on
FROM new_vehicles
ON CONFLICT (company_id, number, source) DO UPDATE SET customer_number = excluded.customer_number, driver_number = excluded.driver_number, payer_number = excluded.payer_number, owned_from = excluded.owned_from, owned_until = excluded.owned_until, plate = excluded.plate, plate_country = excluded.plate_country, vin = excluded.vin, engine_number = excluded.engine_number, make = excluded.make, model = excluded.model, version = excluded.version, body = excluded.body, colour = excluded.colour, fuel = excluded.fuel, first_registration = excluded.first_registration, inspection_due = excluded.inspection_due, maintenance_due = excluded.maintenance_due, mileage = excluded.mileage, mileage_on = excluded.mileage_on;
DROP TABLE new_vehicles;

\copy new_visits (number, customer_number, vehicle_number, plate, vin, date, kind, mileage, description, advisor, location) FROM 'visits.csv' WITH (FORMAT csv, HEADER true)
INSERT INTO visits (company_id, id, source, number, customer_number, vehicle_number, plate, vin, date, kind, mileage, description, advisor, location)
SELECT '019ad000-0000-7000-8000-0000000000aa', CAST('019ad000-0000-7000-8000-' || lpad(to_hex(line), 12, '0') AS UUID), 'dms', number, customer_number, vehicle_number, plate, vin, date, kind, mileage, description, advisor, location
FROM new_visits
ON CONFLICT (company_id, number, source) DO UPDATE SET customer_number = excluded.customer_number, vehicle_number = excluded.vehicle_number, plate = excluded.plate, vin = excluded.vin, date = excluded.date, kind = excluded.kind, mileage = excluded.mileage, description = excluded.description, advisor = excluded.advisor, location = excluded.location;
DROP TABLE new_visits;

\copy new_invoices (number, customer_number, vehicle_number, plate, vin, visit_number, date, category, amount, currency, description, document, location) FROM 'invoices.csv' WITH (FORMAT csv, HEADER true)
INSERT INTO invoices (company_id, id, source, number, customer_number, vehicle_number, plate, vin, visit_number, date, category, amount, currency, description, document, location)
SELECT '019ad000-0000-7000-8000-0000000000aa', CAST('019ad000-0000-7000-8000-' || lpad(to_hex(line), 12, '0') AS UUID), 'dms', number, customer_number, vehicle_number, plate, vin, visit_number, date, category, amount, currency, description, document, location
FROM new_invoices
ON CONFLICT (company_id, number, source) DO UPDATE SET customer_number = excluded.customer_number, vehicle_number = excluded.vehicle_number, plate = excluded.plate, vin = excluded.vin, visit_number = excluded.visit_number, date = excluded.date, category = excluded.category, amount = excluded.amount, currency = excluded.currency, description = excluded.description, document = excluded.document, location = excluded.location;
DROP TABLE new_invoices;
